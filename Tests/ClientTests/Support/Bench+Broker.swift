import KafkaModel
import Testing

@testable import Client

/// The answers of a broker in good order.
extension Bench {
  static let coordinator = BrokerId(7)
  static let leader = BrokerId(1)

  static func metadata(_ topics: [(TopicName, Int32)]) -> Response {
    .metadata(
      MetadataResponse(
        brokers: [MetadataResponse.Broker(nodeId: leader, host: "b", port: 9092)],
        topics: topics.map { name, count in
          MetadataResponse.Topic(
            name: name,
            partitions: (0..<count).map {
              MetadataResponse.Partition(partitionIndex: $0, leaderId: leader)
            })
        }))
  }

  static func coordinatorAt(_ broker: BrokerId) -> Response {
    .findCoordinator(
      FindCoordinatorResponse(coordinators: [
        FindCoordinatorResponse.Coordinator(key: "g", nodeId: broker, host: "b", port: 9092)
      ]))
  }

  static func joined(
    _ generation: Int32, member: MemberId = "c-1", leader: MemberId = "c-0",
    protocolName: String = "range", skipAssignment: Bool = false,
    members: [JoinGroupResponse.Member] = []
  ) -> Response {
    .joinGroup(
      JoinGroupResponse(
        generationId: Generation(generation), protocolType: "consumer", protocolName: protocolName,
        leader: leader, skipAssignment: skipAssignment, memberId: member, members: members))
  }

  static func joinRefused(_ error: ErrorCode, member: MemberId = "") -> Response {
    .joinGroup(JoinGroupResponse(errorCode: error, memberId: member))
  }

  static func synced(_ partitions: [TopicPartition]) throws -> Response {
    .syncGroup(
      SyncGroupResponse(
        protocolType: "consumer", protocolName: "range",
        assignment: try ConsumerAssignment(partitions: partitions).bytes()))
  }

  static func syncRefused(_ error: ErrorCode) -> Response {
    .syncGroup(SyncGroupResponse(errorCode: error))
  }

  static func heartbeat(_ error: ErrorCode) -> Response {
    .heartbeat(HeartbeatResponse(errorCode: error))
  }

  /// Starts the member and tells it coordinator and topics.
  mutating func connect(partitions: Int32 = 4) throws {
    give(.start)
    try answer(Self.metadata(member.config.topics.map { ($0, partitions) }))
    try answer(Self.coordinatorAt(Self.coordinator))
  }

  /// Brings the member into generation `generation` with these partitions, as a follower.
  mutating func join(_ generation: Int32, _ partitions: [TopicPartition]) throws {
    try answer(Self.joined(generation))
    try answer(Self.synced(partitions))
  }

  /// Answers the open OffsetFetch: every partition at the same offset.
  mutating func position(at offset: Int64) throws {
    let request = try take(.offsetFetch)
    guard case .offsetFetch(let body) = request.request else { return }
    let group = try #require(body.groups.first)
    let topics = (group.topics ?? []).map { topic in
      OffsetFetchResponse.Topic(
        name: topic.name,
        partitions: topic.partitionIndexes.map {
          OffsetFetchResponse.Partition(partitionIndex: $0, committedOffset: Offset(offset))
        })
    }
    let answer = OffsetFetchResponse(
      groups: [OffsetFetchResponse.Group(groupId: group.groupId, topics: topics)])
    give(.response(correlationId: request.correlationId, .offsetFetch(answer)))
  }

  /// Answers the open Fetch: so many records for every partition asked.
  mutating func deliver(_ count: Int64, error: ErrorCode = .none) throws {
    let request = try take(.fetch)
    guard case .fetch(let body) = request.request else { return }
    let topics = body.topics.map { topic in
      FetchResponse.Topic(
        name: topic.name,
        partitions: topic.partitions.map { asked in
          let run = RecordRun(
            firstOffset: asked.fetchOffset, nextOffset: asked.fetchOffset + count, count: count)
          return FetchResponse.Partition(
            partitionIndex: asked.partition, errorCode: error,
            highWatermark: asked.fetchOffset + count,
            records: count > 0 && error == .none ? .run(run) : .empty)
        })
    }
    give(.response(correlationId: request.correlationId, .fetch(FetchResponse(responses: topics))))
  }

  /// Answers the open OffsetCommit: the same verdict for every partition.
  mutating func commitAnswered(_ error: ErrorCode = .none) throws {
    let request = try take(.offsetCommit)
    guard case .offsetCommit(let body) = request.request else { return }
    let topics = body.topics.map { topic in
      OffsetCommitResponse.Topic(
        name: topic.name,
        partitions: topic.partitions.map {
          OffsetCommitResponse.Partition(
            partitionIndex: $0.partitionIndex, errorCode: error)
        })
    }
    give(
      .response(
        correlationId: request.correlationId, .offsetCommit(OffsetCommitResponse(topics: topics))))
  }

  /// A follower in generation 5 that reads orders-0 and orders-1 from offset 10 on.
  static func reading(
    rate: Int64 = 1_000, change: (inout ConsumerConfig) -> Void = { _ in }
  ) throws -> Bench {
    var bench = Bench(rate: rate, change: change)
    try bench.connect()
    try bench.join(5, [TopicPartition("orders", 0), TopicPartition("orders", 1)])
    try bench.position(at: 10)
    bench.notes = []
    return bench
  }

  static let both = [TopicPartition("orders", 0), TopicPartition("orders", 1)]
}
