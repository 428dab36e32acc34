import KafkaModel
import Testing

@testable import Client

/// `onJoinComplete` under the cooperative protocol, and the leader's check.
struct CooperativeCompleteTests {
  private let orders = (0..<4).map { TopicPartition("orders", $0) }

  /// A member with orders-0 and orders-1 that has got an answer to its next join.
  private func rejoined(_ partitions: [TopicPartition]) throws -> Bench {
    var bench = try Bench.cooperating(rate: 1_000_000) { $0.enableAutoCommit = false }
    try bench.hearRebalance()
    bench.notes = []
    try bench.joinCooperatively(6, partitions)
    return bench
  }

  @Test func whatOthersShallHaveIsRevokedAndAnotherJoinFollows() throws {
    var bench = try rejoined([orders[0]])
    #expect(
      bench.takeFacts() == [
        .joined(Generation(6), isLeader: false), .readingStopped(orders[1]),
        .revoked([orders[1]]), .assigned([orders[0]], Generation(6)),
      ])
    let join = try bench.joinRequest()
    #expect(join.subscription?.ownedPartitions == [orders[0]])
    #expect(join.subscription?.generation == Generation(6))
    #expect(join.reason?.hasPrefix("need to revoke partitions") == true)
    #expect(bench.member.owned == [orders[0]])
  }

  @Test func withNothingToRevokeThereIsNoSecondRound() throws {
    for assigned in [[orders[0], orders[1]], [orders[0], orders[1], orders[3]]] {
      var bench = try rejoined(assigned)
      #expect(bench.waiting(.joinGroup).isEmpty)
      #expect(
        bench.takeFacts() == [
          .joined(Generation(6), isLeader: false), .assigned(assigned, Generation(6)),
        ])
    }
  }

  @Test func onlyAddedPartitionsAskForTheirPosition() throws {
    var bench = try rejoined([orders[0], orders[1], orders[2]])
    #expect(bench.member.positions.map(\.partition) == [orders[0], orders[1]])
    guard case .offsetFetch(let request) = try #require(bench.waiting(.offsetFetch).first).request
    else { return }
    #expect(request.groups.first?.topics?.flatMap(\.partitionIndexes) == [2])
    try bench.position(at: 40)
    #expect(bench.member.positions.map(\.offset.value) == [10, 10, 40])
  }

  @Test func aFetchUnderWayStillCountsForWhatIsKept() throws {
    var bench = try rejoined([orders[1]])
    // Sent for both before the rebalance; only orders-1 is still ours.
    try bench.deliver(6)
    let processed = bench.takeFacts().compactMap {
      if case .processed(let partition, _) = $0 { partition } else { nil }
    }
    #expect(processed == [orders[1]])
    #expect(bench.member.positions == [PartitionOffset(orders[1], Offset(16))])
  }

  @Test func aPartitionThatCameBackMeanwhileDoesNotTakeAnOldFetch() throws {
    var bench = try rejoined([orders[0]])
    try bench.joinCooperatively(7, [orders[0], orders[1]])
    try bench.position(at: 30)
    try bench.deliver(6)
    #expect(bench.member.positions.map(\.offset.value) == [16, 30])
  }

  @Test func foreignTopicsLeaveOwnedPartitionsUntouched() throws {
    var bench = try rejoined([TopicPartition("other", 0)])
    #expect(bench.takeFacts() == [.joined(Generation(6), isLeader: false)])
    #expect(bench.member.owned == Bench.both)
    #expect(try bench.joinRequest().subscription?.ownedPartitions == Bench.both)
  }

  @Test func theLeaderRefusesAForeignPlanThatMovesAnOwnedPartition() throws {
    for name in ["tiny", "greedy"] {
      var bench = Bench(assignors: .tiny) { $0.assignors = [name] }
      try bench.connect(partitions: 2)
      let owns = try ConsumerSubscription(
        topics: ["orders"], ownedPartitions: Bench.both, generation: Generation(5)
      ).bytes()
      let newcomer = try ConsumerSubscription(topics: ["orders"]).bytes()
      try bench.answer(
        Bench.joined(
          6, leader: "c-1", protocolName: name,
          members: [
            JoinGroupResponse.Member(memberId: "c-1", metadata: owns),
            JoinGroupResponse.Member(memberId: "c-2", metadata: newcomer),
          ]))
      if name == "greedy" {
        #expect(bench.member.doing == .failed)
        #expect(bench.notes.contains(.failed(.unknownServerError, .syncGroup)))
      } else {
        guard case .syncGroup(let sync) = try bench.take(.syncGroup).request else { return }
        let plan = try sync.assignments.map {
          try ConsumerAssignment(bytes: $0.assignment).partitions.map(\.partition)
        }
        #expect(plan == [[0], []])
      }
    }
  }
}
