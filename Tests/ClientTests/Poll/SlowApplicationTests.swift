import KafkaModel
import Testing

@testable import Client

struct SlowApplicationTests {
  /// Answers heartbeats for so long, every three seconds.
  static func pass(_ seconds: Int64, _ bench: inout Bench) throws {
    for _ in 0..<(seconds / 3) {
      bench.advance(3_000)
      for _ in bench.waiting(.heartbeat) { try bench.answer(Bench.heartbeat(.none)) }
      for _ in bench.waiting(.offsetCommit) { try bench.commitAnswered() }
    }
  }

  @Test func recordsAreWorkedOffAtTheRateAndAtMostSoManyAPoll() throws {
    var bench = try Bench.reading(rate: 100) { $0.maxPollRecords = 30 }
    try bench.deliver(20)
    #expect(
      bench.takeFacts() == [
        .processed(
          Bench.both[0],
          RecordRun(firstOffset: Offset(10), nextOffset: Offset(30), count: 20)),
        .processed(
          Bench.both[1],
          RecordRun(firstOffset: Offset(10), nextOffset: Offset(20), count: 10)),
      ])
    bench.advance(299)
    #expect(bench.takeFacts().isEmpty)
    bench.advance(1)
    #expect(
      bench.takeFacts() == [
        .processed(
          Bench.both[1],
          RecordRun(firstOffset: Offset(20), nextOffset: Offset(30), count: 10))
      ])
  }

  @Test func aFasterRateShortensWorkThatHasBegun() throws {
    var bench = try Bench.reading(rate: 1)
    try bench.deliver(5)
    bench.advance(1_000)
    bench.give(.processRate(perSecond: 1_000))
    #expect(bench.wakeAtMs == bench.nowMs + 9)
  }

  @Test func aPollThatComesTooLateEndsTheMembership() throws {
    var bench = try Bench.reading { $0.maxPollIntervalMs = 60_000 }
    bench.give(.stopPolling)
    #expect(bench.member.doing == .notPolling)
    #expect(bench.notes.contains(.readingStopped(Bench.both[0])))
    try Self.pass(57, &bench)
    #expect(bench.waiting(.leaveGroup).isEmpty && bench.waiting(.offsetCommit).isEmpty)
    try Self.pass(3, &bench)
    #expect(bench.waiting(.leaveGroup).count == 1)
    #expect(bench.notes.contains(.pollMissed))
    #expect(bench.member.generation == .none && bench.member.owned == Bench.both)
    try bench.answer(.leaveGroup(LeaveGroupResponse()))
    bench.advance(100_000)
    #expect(bench.waiting(.heartbeat).isEmpty && bench.waiting(.joinGroup).isEmpty)
    bench.notes = []
    bench.give(.resumePolling)
    #expect(bench.takeFacts().first == .lost(Bench.both))
  }

  @Test func aStaticMemberGoesQuietInsteadOfLeaving() throws {
    var bench = try Bench.reading {
      $0.groupInstanceId = "i"
      $0.maxPollIntervalMs = 60_000
    }
    bench.give(.stopPolling)
    try Self.pass(90, &bench)
    #expect(bench.waiting(.leaveGroup).isEmpty && bench.notes.contains(.pollMissed))
    #expect(bench.waiting(.heartbeat).isEmpty)
  }

  @Test func aRebalanceWaitsForTheNextPoll() throws {
    var bench = try Bench.reading(rate: 1)
    try bench.deliver(10)
    bench.advance(3_000)
    try bench.answer(Bench.heartbeat(.rebalanceInProgress))
    #expect(bench.waiting(.offsetCommit).isEmpty && bench.member.owned == Bench.both)
    try Self.pass(18, &bench)
    #expect(bench.waiting(.joinGroup).count == 1)
    #expect(bench.notes.contains(.revoked(Bench.both)))
  }

  @Test func aJoinThatIsAnsweredWhileStuckWaitsForTheNextPoll() throws {
    var bench = try Bench.reading()
    bench.advance(3_000)
    try bench.answer(Bench.heartbeat(.rebalanceInProgress))
    try bench.commitAnswered()
    bench.give(.stopPolling)
    try bench.answer(Bench.joined(6))
    #expect(bench.member.generation == Generation(5) && bench.waiting(.syncGroup).isEmpty)
    bench.give(.resumePolling)
    #expect(bench.member.generation == Generation(6) && bench.waiting(.syncGroup).count == 1)
  }

  @Test func readingStartsAgainWhenPollingResumes() throws {
    var bench = try Bench.reading()
    bench.give(.stopPolling)
    try bench.deliver(0)
    bench.notes = []
    bench.give(.resumePolling)
    #expect(
      bench.takeFacts() == Bench.both.map { .readingStarted($0, Offset(10)) })
  }

  @Test func oneThatAlwaysHasRecordsFindsItsCoordinatorAgain() throws {
    var bench = try Bench.reading(rate: 1) { $0.maxPollRecords = 1 }
    try bench.deliver(100)
    bench.advance(3_000)
    try bench.answer(Bench.heartbeat(.none))
    bench.advance(3_000)
    // Out of the group, and then without a connection: no heartbeat looks for the coordinator.
    try bench.answer(Bench.heartbeat(.unknownMemberId))
    try bench.lose(.offsetCommit)
    #expect(bench.member.coordinator == nil && bench.waiting(.findCoordinator).isEmpty)
    bench.advance(1_000)
    try bench.answer(Bench.coordinatorAt(Bench.coordinator))
    bench.notes = []
    bench.advance(1_000)
    #expect(bench.notes.contains(.lost(Bench.both)))
    #expect(bench.waiting(.joinGroup).count == 1)
  }
}
