import KafkaModel
import Testing

@testable import Client

/// Static membership from the client's side (KIP-345, KIP-814).
struct StaticMemberTests {
  private static func reading() throws -> Bench {
    try Bench.reading { $0.groupInstanceId = "i-1" }
  }

  @Test func everyRequestOfItsMembershipCarriesTheInstanceId() throws {
    var bench = Bench { $0.groupInstanceId = "i-1" }
    try bench.connect()
    #expect(try bench.joinRequest().groupInstanceId == "i-1")
    #expect(try bench.joinRequest().memberId.isEmpty)
    try bench.answer(Bench.joined(5, member: "i-1-a"))
    guard case .syncGroup(let sync) = try #require(bench.waiting(.syncGroup).first).request
    else { return }
    #expect(sync.groupInstanceId == "i-1" && sync.memberId == "i-1-a")
    try bench.answer(Bench.synced(Bench.both))
    try bench.position(at: 10)
    bench.advance(5_000)
    guard case .heartbeat(let heartbeat) = try bench.take(.heartbeat).request,
      case .offsetCommit(let commit) = try bench.take(.offsetCommit).request
    else { return }
    #expect(heartbeat.groupInstanceId == "i-1" && commit.groupInstanceId == "i-1")
  }

  @Test func aReturningLeaderOnlySyncsAndWatchesTheGroupsTopicsAgain() throws {
    var bench = Bench { $0.groupInstanceId = "i-1" }
    try bench.connect(partitions: 2)
    let members = try [("i-1-b", ["orders"]), ("i-2-a", ["bills", "orders"])].map { id, topics in
      JoinGroupResponse.Member(
        memberId: MemberId(id),
        metadata: try ConsumerSubscription(topics: topics.map { TopicName($0) }).bytes())
    }
    try bench.answer(
      Bench.joined(
        5, member: "i-1-b", leader: "i-1-b", skipAssignment: true, members: members))
    try bench.answer(Bench.metadata([("bills", 1), ("orders", 2)]))
    guard case .syncGroup(let sync) = try #require(bench.waiting(.syncGroup).first).request
    else { return }
    #expect(sync.assignments.isEmpty && bench.member.isLeader)
    try bench.answer(Bench.synced(Bench.both))
    #expect(bench.member.owned == Bench.both && bench.waiting(.joinGroup).isEmpty)
    try bench.position(at: 0)
    // A topic of another member grows: only a leader that watches it can know.
    for _ in 0..<100 {
      bench.advance(3_000)
      for _ in bench.waiting(.heartbeat) { try bench.answer(Bench.heartbeat(.none)) }
      for _ in bench.waiting(.offsetCommit) { try bench.commitAnswered() }
      for _ in bench.waiting(.fetch) { try bench.deliver(0) }
    }
    try bench.answer(Bench.metadata([("bills", 2), ("orders", 2)]))
    try bench.commitAnswered()
    #expect(bench.waiting(.joinGroup).count == 1)
  }

  @Test func closingIsSilent() throws {
    var bench = try Self.reading()
    bench.give(.close)
    try bench.commitAnswered()
    #expect(bench.open.allSatisfy { $0.request.apiKey != .leaveGroup })
    #expect(bench.member.doing == .closed && bench.notes.contains(.revoked(Bench.both)))
  }

  @Test func aMissedPollIsSilentTooAndEndsTheHeartbeats() throws {
    var bench = try Bench.reading {
      $0.groupInstanceId = "i-1"
      $0.maxPollIntervalMs = 10_000
    }
    bench.give(.stopPolling)
    bench.advance(9_999)
    for _ in bench.waiting(.heartbeat) { try bench.answer(Bench.heartbeat(.none)) }
    bench.open = []
    bench.advance(100_000)
    #expect(bench.notes.contains(.pollMissed))
    #expect(bench.open.allSatisfy { $0.request.apiKey == .metadata }, "neither Leave nor Heartbeat")
    bench.notes = []
    bench.give(.resumePolling)
    #expect(bench.takeFacts().contains(.lost(Bench.both)))
    #expect(try bench.joinRequest().memberId.isEmpty)
    #expect(try bench.joinRequest().groupInstanceId == "i-1")
  }

  @Test func theOlderOfTwoProcessesFailsWhateverItSendsNext() throws {
    var joining = Bench { $0.groupInstanceId = "i-1" }
    try joining.connect()
    try joining.answer(Bench.joinRefused(.fencedInstanceId))
    try expectFenced(&joining, .joinGroup)

    var syncing = Bench { $0.groupInstanceId = "i-1" }
    try syncing.connect()
    try syncing.answer(Bench.joined(5))
    try syncing.answer(Bench.syncRefused(.fencedInstanceId))
    try expectFenced(&syncing, .syncGroup)

    var beating = try Self.reading()
    beating.advance(3_000)
    try beating.answer(Bench.heartbeat(.fencedInstanceId))
    try expectFenced(&beating, .heartbeat)

    var committing = try Self.reading()
    committing.advance(5_000)
    try committing.commitAnswered(.fencedInstanceId)
    try expectFenced(&committing, .offsetCommit)
  }

  private func expectFenced(_ bench: inout Bench, _ api: ApiKey) throws {
    #expect(bench.member.doing == .failed, "\(api)")
    #expect(bench.notes.contains(.failed(.fencedInstanceId, api)))
    bench.open = []
    bench.advance(400_000)
    #expect(bench.open.isEmpty, "it does nothing more")
    bench.give(.close)
    #expect(bench.member.doing == .closed && bench.open.isEmpty)
  }
}
