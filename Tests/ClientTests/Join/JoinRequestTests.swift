import KafkaModel
import Testing

@testable import Client

/// What a JoinGroup says, how long it may take, and what comes before it.
struct JoinRequestTests {
  @Test func aJoinSaysWhatTheMemberIs() throws {
    var bench = Bench(topics: ["orders", "bills"], assignors: .tiny) {
      $0.assignors = ["tiny", "greedy"]
      $0.sessionTimeoutMs = 20_000
      $0.maxPollIntervalMs = 60_000
      $0.clientRack = "r1"
      $0.enableAutoCommit = false
    }
    try bench.connect()
    let given = [TopicPartition("orders", 1), TopicPartition("bills", 0), Bench.both[0]]
    try bench.joinCooperatively(5, given)
    try bench.hearRebalance()
    let join = try bench.joinRequest()
    #expect(join.sessionTimeoutMs == 20_000 && join.rebalanceTimeoutMs == 60_000)
    #expect(join.memberId == "c-1" && join.protocols.map(\.name) == ["tiny", "greedy"])
    for entry in join.protocols {
      let expected = ConsumerSubscription(
        topics: ["bills", "orders"],
        ownedPartitions: [TopicPartition("bills", 0)] + Bench.both, generation: Generation(5),
        rackId: "r1")
      #expect(try ConsumerSubscription(bytes: entry.metadata) == expected)
    }
  }

  @Test func aFollowerSendsNoPlan() throws {
    var bench = Bench()
    try bench.connect()
    try bench.answer(Bench.joined(5))
    guard case .syncGroup(let sync) = try bench.take(.syncGroup).request else { return }
    #expect(sync.assignments.isEmpty && sync.generationId == Generation(5))
  }

  @Test func aReasonIsCut() throws {
    var bench = Bench(assignors: .tiny) {
      $0.assignors = ["tiny"]
      $0.enableAutoCommit = false
    }
    try bench.connect(partitions: 60)
    try bench.joinCooperatively(5, (0..<60).map { TopicPartition("orders", $0) })
    try bench.hearRebalance()
    try bench.joinCooperatively(6, [])
    let reason = try #require(try bench.joinRequest().reason)
    #expect(reason.hasPrefix("need to revoke partitions") && reason.count == 255)
  }

  @Test func aJoinMayTakeAsLongAsTheOthersNeed() throws {
    let rows: [(requestMs: Int64, pollMs: Int64, lastsMs: Int64)] = [
      (30_000, 60_000, 65_000), (90_000, 60_000, 90_000),
    ]
    for row in rows {
      var bench = Bench {
        $0.requestTimeoutMs = row.requestMs
        $0.maxPollIntervalMs = row.pollMs
      }
      try bench.connect()
      bench.advance(row.lastsMs - 1)
      #expect(bench.waiting(.joinGroup).count == 1 && bench.member.coordinator != nil)
      bench.advance(1)
      #expect(bench.member.coordinator == nil, "given up")
    }
  }

  @Test func whatAJoinGivesUpIsGivenUpOnce() throws {
    var bench = try Bench.reading { $0.enableAutoCommit = false }
    try bench.hearRebalance()
    #expect(bench.takeFacts().contains(.revoked(Bench.both)))
    for error in [ErrorCode.rebalanceInProgress, .coordinatorLoadInProgress] {
      try bench.answer(Bench.joinRefused(error))
      bench.advance(1_000)
    }
    #expect(bench.waiting(.joinGroup).count == 1)
    #expect(bench.takeFacts().isEmpty)
  }

  @Test func aLeaderThatRejoinsIsNoneUntilItIsTold() throws {
    var bench = Bench { $0.enableAutoCommit = false }
    try bench.connect()
    let own = JoinGroupResponse.Member(
      memberId: "c-1", metadata: try ConsumerSubscription(topics: ["orders"]).bytes())
    try bench.answer(Bench.joined(5, leader: "c-1", members: [own]))
    try bench.answer(Bench.synced(Bench.both))
    #expect(bench.member.isLeader)
    try bench.hearRebalance()
    #expect(!bench.member.isLeader)
    try bench.answer(Bench.joined(6, leader: "c-1", members: [own]))
    #expect(bench.member.isLeader)
  }
}
