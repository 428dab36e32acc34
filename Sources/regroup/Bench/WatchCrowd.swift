import Endpoint
import KafkaModel
import KafkaWire

/// A large group in a broker of our own: 40 members, 10,000 partitions, all of which move on.
final class WatchCrowd {
  static let group: GroupId = "bench"
  private static let memberCount = 40
  private static let topicCount = 10
  private static let partitions: Int32 = 1_000
  private static let joinVersion: Int16 = 3
  private static let sessionMs: Int32 = 1_800_000

  let endpoint: Endpoint
  private var peers: [BenchPeer] = []
  private var leader: (peer: BenchPeer, id: MemberId, generation: Generation)?
  private var round: Int64 = 0

  static var topics: [TopicName] { (0..<topicCount).map { TopicName("topic-\($0)") } }

  init() throws {
    var config = EndpointConfig()
    config.coordinator.initialRebalanceDelayMs = 500
    config.limits.partitions = 20_000
    endpoint = try Endpoint(config)
    for topic in Self.topics { try endpoint.makeTopic(topic, partitions: Self.partitions) }
    for _ in 0..<Self.memberCount {
      guard let peer = BenchPeer(port: endpoint.port) else {
        throw Failure.failed("the bench's broker takes no connection")
      }
      peers.append(peer)
    }
    try join()
    try moveOn()
  }

  deinit { endpoint.stop() }

  /// All ask to join before the first join phase ends; the leader deals by turns.
  private func join() throws {
    let metadata = try ConsumerSubscription(topics: Self.topics).bytes(version: 1)
    let request = JoinGroupRequest(
      groupId: Self.group, sessionTimeoutMs: Self.sessionMs, rebalanceTimeoutMs: 60_000,
      protocols: [.init(name: "range", metadata: metadata)])
    for peer in peers { try peer.send(.joinGroup(request), version: Self.joinVersion) }
    var joined: [JoinGroupResponse] = []
    for peer in peers {
      guard case .joinGroup(let answer) = try peer.receive(.joinGroup, version: Self.joinVersion)
      else { continue }
      joined.append(answer)
    }
    for (peer, answer) in zip(peers, joined) {
      let isLeader = answer.leader == answer.memberId
      if isLeader { leader = (peer, answer.memberId, answer.generationId) }
      let sync = SyncGroupRequest(
        groupId: Self.group, generationId: answer.generationId, memberId: answer.memberId,
        assignments: isLeader ? try Self.plan(answer.members.map(\.memberId)) : [])
      try peer.send(.syncGroup(sync), version: 2)
    }
    for peer in peers { _ = try peer.receive(.syncGroup, version: 2) }
  }

  private static func plan(_ ids: [MemberId]) throws -> [SyncGroupRequest.Assignment] {
    let all = topics.flatMap { topic in (0..<partitions).map { TopicPartition(topic, $0) } }
    return try ids.enumerated().map { index, id in
      let own = all.indices.filter { $0 / 250 % ids.count == index }.map { all[$0] }
      return .init(memberId: id, assignment: try ConsumerAssignment(partitions: own).bytes())
    }
  }

  /// A record more in each partition, and the one before is committed.
  func moveOn() throws {
    guard let leader else { throw Failure.failed("the bench's group has no leader") }
    let batch = RecordBatch(
      baseTimestampMs: 0, records: [RecordBatch.Entry(key: nil, value: [0])]
    ).bytes
    let produce = ProduceRequest(
      topics: Self.topics.map { topic in
        .init(
          name: topic, partitions: (0..<Self.partitions).map { .init(index: $0, records: batch) })
      })
    _ = try leader.peer.ask(.produce(produce), version: 7)
    let commit = OffsetCommitRequest(
      groupId: Self.group, generationId: leader.generation, memberId: leader.id,
      topics: Self.topics.map { topic in
        .init(
          name: topic,
          partitions: (0..<Self.partitions).map {
            .init(partitionIndex: $0, committedOffset: Offset(round))
          })
      })
    _ = try leader.peer.ask(.offsetCommit(commit), version: 6)
    round += 1
  }
}
