import KafkaModel
import Testing

@testable import Client

/// What an assignor like `sticky` remembers of its process.
struct AssignorMemoryTests {
  private func bench() -> Bench {
    Bench(assignors: .tiny) {
      $0.assignors = ["remembers", "remembers too"]
      $0.enableAutoCommit = false
    }
  }

  /// The user data of the open JoinGroup, by assignor.
  private func memories(_ bench: Bench) throws -> [ConsumerSubscription?] {
    try bench.joinRequest().protocols.map {
      try ConsumerSubscription(bytes: $0.metadata).userData.map {
        try ConsumerSubscription(bytes: $0)
      }
    }
  }

  @Test func aNewProcessRemembersNothing() throws {
    var bench = bench()
    try bench.connect()
    #expect(try memories(bench) == [nil, nil])
  }

  @Test func theChosenAssignorRemembersPartitionsAndGenerationEvenWhenExpelled() throws {
    var bench = bench()
    try bench.connect()
    try bench.answer(Bench.joined(5, protocolName: "remembers"))
    try bench.answer(Bench.synced(Bench.both))
    bench.advance(3_000)
    try bench.answer(Bench.heartbeat(.unknownMemberId))
    #expect(try bench.joinRequest().memberId.isEmpty)
    let expected = ConsumerSubscription(
      topics: [], ownedPartitions: Bench.both, generation: Generation(5))
    #expect(try memories(bench) == [expected, nil])
    // The subscription itself says nothing of them: they were lost.
    #expect(try bench.joinRequest().subscription?.ownedPartitions == [])
  }

  @Test func aMissedSyncLeavesTheOlderMemory() throws {
    var bench = bench()
    try bench.connect()
    try bench.answer(Bench.joined(5, protocolName: "remembers"))
    try bench.answer(Bench.synced(Bench.both))
    try bench.hearRebalance()
    try bench.answer(Bench.joined(6, protocolName: "remembers"))
    try bench.answer(Bench.syncRefused(.rebalanceInProgress))
    #expect(try memories(bench).first??.generation == Generation(5))
    #expect(try bench.joinRequest().subscription?.generation == Generation(6))
  }
}
