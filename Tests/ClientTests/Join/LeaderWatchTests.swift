import KafkaModel
import Testing

@testable import Client

/// What a leader sees in fresh metadata, and when that is a reason to rejoin.
struct LeaderWatchTests {
  /// A leader of `orders` and `bills` that has assigned what `metadata` says, and looks again every
  /// second.
  private func leading(_ metadata: Response, rack: String? = nil) throws -> Bench {
    var bench = Bench(topics: ["orders", "bills"]) {
      $0.enableAutoCommit = false
      $0.metadataMaxAgeMs = 1_000
      $0.clientRack = rack
    }
    bench.give(.start)
    try bench.answer(metadata)
    try bench.answer(Bench.coordinatorAt(Bench.coordinator))
    let own = JoinGroupResponse.Member(
      memberId: "c-1",
      metadata: try ConsumerSubscription(topics: ["bills", "orders"], rackId: rack).bytes())
    try bench.answer(Bench.joined(5, leader: "c-1", members: [own]))
    try bench.answer(Bench.synced([Bench.both[0]]))
    try bench.position(at: 0)
    return bench
  }

  private func rejoins(after before: Response, seeing fresh: Response, rack: String? = nil) throws
    -> Bool
  {
    var bench = try leading(before, rack: rack)
    bench.advance(1_000)
    try bench.answer(fresh)
    return !bench.waiting(.joinGroup).isEmpty
  }

  @Test func aTopicThatAppearsOrVanishesIsAReasonToRejoin() throws {
    let one = Bench.metadata([("orders", 2)])
    let two = Bench.metadata([("bills", 1), ("orders", 2)])
    #expect(try rejoins(after: one, seeing: two))
    #expect(try rejoins(after: two, seeing: one))
    #expect(try !rejoins(after: two, seeing: two))
  }

  /// One partition a topic, with replicas on these brokers of three racks.
  private func metadata(replicas: [Int32]) -> Response {
    let brokers = [(Int32(1), "a"), (2, "b"), (3, "c")].map { id, rack in
      MetadataResponse.Broker(nodeId: BrokerId(id), host: "b", port: 9092, rack: rack)
    }
    let topics = ["bills", "orders"].map {
      MetadataResponse.Topic(
        name: TopicName($0),
        partitions: [
          MetadataResponse.Partition(
            partitionIndex: 0, leaderId: Bench.leader, replicaNodes: replicas.map { BrokerId($0) })
        ])
    }
    return .metadata(MetadataResponse(brokers: brokers, topics: topics))
  }

  @Test func otherRacksAreAReasonOnlyForAMemberWithARack() throws {
    let before = metadata(replicas: [1, 2])
    #expect(try rejoins(after: before, seeing: metadata(replicas: [1, 3]), rack: "a"))
    #expect(try !rejoins(after: before, seeing: metadata(replicas: [1, 3])))
    #expect(try !rejoins(after: before, seeing: metadata(replicas: [2, 1]), rack: "a"))
  }
}
