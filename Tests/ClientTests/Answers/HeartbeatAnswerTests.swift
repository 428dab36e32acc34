import KafkaModel
import Testing

@testable import Client

struct HeartbeatAnswerTests {
  /// A reading member whose heartbeat waits for its answer.
  static func beating() throws -> Bench {
    var bench = try Bench.reading()
    bench.advance(3_000)
    bench.notes = []
    #expect(bench.waiting(.heartbeat).count == 1)
    return bench
  }

  @Test func aRebalanceMakesItCommitThenRevokeThenJoin() throws {
    var bench = try Self.beating()
    try bench.deliver(5)
    bench.advance(10)
    bench.notes = []
    try bench.answer(Bench.heartbeat(.rebalanceInProgress))
    #expect(bench.member.doing == .revoking && bench.waiting(.joinGroup).isEmpty)
    #expect(bench.member.generation == Generation(5))
    guard case .offsetCommit(let commit) = try #require(bench.waiting(.offsetCommit).last).request
    else { return }
    #expect(commit.generationId == Generation(5))
    #expect(commit.topics.first?.partitions.map(\.committedOffset) == [Offset(15), Offset(15)])
    try bench.commitAnswered()
    guard case .joinGroup(let join) = try bench.take(.joinGroup).request else { return }
    #expect(join.subscription?.generation == Generation(5))
    #expect(join.subscription?.ownedPartitions == [])
    #expect(
      bench.takeFacts() == [
        .readingStopped(Bench.both[0]), .readingStopped(Bench.both[1]),
        .committed(Bench.both.map { PartitionOffset($0, Offset(15)) }), .revoked(Bench.both),
      ])
  }

  @Test func aCommitThatFailsHoldsTheJoinUpToTheRebalanceTimeout() throws {
    var bench = try Self.beating()
    try bench.answer(Bench.heartbeat(.rebalanceInProgress))
    for _ in 0..<1_000 where bench.waiting(.joinGroup).isEmpty {
      for _ in bench.waiting(.offsetCommit) { try bench.commitAnswered(.unknownTopicOrPartition) }
      for _ in bench.waiting(.heartbeat) { try bench.answer(Bench.heartbeat(.none)) }
      bench.advance(500)
    }
    #expect(bench.waiting(.joinGroup).count == 1)
    #expect(bench.nowMs >= 303_000 && bench.nowMs < 305_000)
    #expect(bench.notes.contains(.revoked(Bench.both)))
  }

  @Test func aCommitThatCannotSucceedDoesNotHoldTheJoin() throws {
    var bench = try Self.beating()
    try bench.answer(Bench.heartbeat(.rebalanceInProgress))
    try bench.commitAnswered(.offsetMetadataTooLarge)
    #expect(bench.waiting(.joinGroup).count == 1)
    #expect(bench.notes.contains(.revoked(Bench.both)))
  }

  @Test func withoutAutoCommitItRevokesAndJoinsAtOnce() throws {
    var bench = try Bench.reading { $0.enableAutoCommit = false }
    bench.advance(3_000)
    try bench.answer(Bench.heartbeat(.rebalanceInProgress))
    #expect(bench.waiting(.offsetCommit).isEmpty && bench.waiting(.joinGroup).count == 1)
  }

  @Test func anEvictedMemberLosesItsPartitionsAndRejoins() throws {
    for error in [ErrorCode.unknownMemberId, .illegalGeneration] {
      var bench = try Self.beating()
      try bench.answer(Bench.heartbeat(error))
      guard case .joinGroup(let join) = try bench.take(.joinGroup).request else { return }
      #expect(join.memberId == (error == .illegalGeneration ? "c-1" : ""))
      #expect(join.subscription?.generation == Generation.none)
      #expect(bench.waiting(.offsetCommit).isEmpty)
      #expect(bench.notes.contains(.evicted(error, .heartbeat)))
      #expect(bench.notes.contains(.lost(Bench.both)))
      #expect(bench.member.owned.isEmpty)
    }
  }

  @Test func aStaleEvictionIsIgnored() throws {
    for error in [ErrorCode.unknownMemberId, .illegalGeneration] {
      var bench = try Self.beating()
      let old = try bench.take(.heartbeat)
      bench.advance(3_000)
      try bench.answer(Bench.heartbeat(.rebalanceInProgress))
      for _ in bench.waiting(.offsetCommit) { try bench.commitAnswered() }
      try bench.join(6, [Bench.both[0]])
      bench.give(.response(correlationId: old.correlationId, Bench.heartbeat(error)))
      #expect(bench.member.generation == Generation(6) && bench.member.memberId == "c-1")
      #expect(bench.member.owned == [Bench.both[0]])
    }
  }

  @Test func heartbeatsGoOnWhileTheAssignmentIsAwaited() throws {
    var bench = Bench()
    try bench.connect()
    try bench.answer(Bench.joined(5))
    bench.advance(3_000)
    try bench.answer(Bench.heartbeat(.rebalanceInProgress))
    #expect(bench.waiting(.joinGroup).isEmpty && bench.waiting(.syncGroup).count == 1)
  }

  @Test func anotherCoordinatorIsFoundAndPartitionsStay() throws {
    for error in [ErrorCode.notCoordinator, .coordinatorNotAvailable] {
      var bench = try Self.beating()
      try bench.answer(Bench.heartbeat(error))
      #expect(bench.member.coordinator == nil && bench.member.owned == Bench.both)
      try bench.answer(Bench.coordinatorAt(BrokerId(8)))
      bench.advance(1_000)
      #expect(try bench.take(.heartbeat).destination == .broker(BrokerId(8)))
    }
  }

  @Test func aFencedMemberFails() throws {
    var bench = try Self.beating()
    try bench.answer(Bench.heartbeat(.fencedInstanceId))
    #expect(bench.member.doing == .failed)
  }

  @Test func aSilentSessionMakesItLookForTheCoordinatorAndStay() throws {
    var bench = try Bench.reading { $0.requestTimeoutMs = 600_000 }
    bench.advance(45_000)
    #expect(bench.notes.contains(.sessionExpired) && bench.member.coordinator == nil)
    #expect(bench.member.generation == Generation(5) && bench.member.owned == Bench.both)
    #expect(bench.waiting(.findCoordinator).count == 1 && bench.waiting(.leaveGroup).isEmpty)
  }

  @Test func theIntervalRunsFromTheLastOneSent() throws {
    var bench = try Self.beating()
    bench.advance(2_000)
    try bench.answer(Bench.heartbeat(.none))
    bench.advance(999)
    #expect(bench.waiting(.heartbeat).isEmpty)
    bench.advance(1)
    #expect(bench.waiting(.heartbeat).count == 1)
  }

  @Test func hearingOfARebalanceKeepsTheSession() throws {
    var bench = try Bench.reading(rate: 1)
    try bench.deliver(200)
    for _ in 0..<30 {
      bench.advance(3_000)
      try bench.answer(Bench.heartbeat(.rebalanceInProgress))
    }
    #expect(!bench.notes.contains(.sessionExpired) && bench.member.coordinator != nil)
    #expect(bench.waiting(.joinGroup).isEmpty, "it is at work")
  }
}
