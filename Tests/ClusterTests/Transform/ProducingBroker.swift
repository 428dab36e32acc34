import KafkaModel
import KafkaWire

@testable import Cluster

/// A broker that says yes to all a transactional producer asks, and another one that tells where it
/// is.
struct ProducingBroker {
  let broker: FakeBroker
  let teller: FakeBroker
  static let producer = Producer(id: 5, epoch: 0)

  /// `level` of the cluster's feature `transaction.version`.
  init(level: Int16) throws {
    let broker = try FakeBroker { request, _ in Self.answer(request, level) }
    let port = Int32(broker.port)
    self.broker = broker
    teller = try FakeBroker { request, _ in Self.tell(request, level, port) }
  }

  func stop() throws {
    try teller.stop()
    try broker.stop()
  }

  /// What was asked of the broker, but for versions, in the order of arrival.
  var asked: [(request: Request, version: Int16)] {
    broker.asked.filter { $0.request.apiKey != .apiVersions }
  }

  private static func versions(_ level: Int16) -> Response {
    var features = ByteWriter()
    features.unsignedVarint(2)
    features.unsignedVarint(20)
    features.raw(Array(TransactionVersion.feature.utf8))
    features.int16(level)
    features.int16(level)
    features.unsignedVarint(0)
    let ranges = ApiKey.allCases.map { api in
      let spoken = ApiSupport.versions(of: api)
      return ApiVersionsResponse.Range(
        apiKey: api.rawValue, minVersion: spoken.lowerBound, maxVersion: spoken.upperBound)
    }
    return .apiVersions(
      ApiVersionsResponse(
        apiKeys: ranges, tagged: [TaggedField(tag: 2, bytes: features.bytes)]))
  }

  private static func tell(
    _ request: Request, _ level: Int16, _ port: Int32
  ) -> FakeBroker.Reaction {
    switch request {
    case .apiVersions: .answer(versions(level))
    case .metadata(let asked):
      .answer(
        .metadata(
          MetadataResponse(
            brokers: [.init(nodeId: BrokerId(1), host: "127.0.0.1", port: port)],
            topics: (asked.topics ?? []).map {
              .init(name: $0, partitions: [.init(partitionIndex: 0, leaderId: BrokerId(1))])
            })))
    case .findCoordinator(let asked):
      .answer(
        .findCoordinator(
          FindCoordinatorResponse(
            coordinators: asked.coordinatorKeys.map {
              .init(key: $0, nodeId: BrokerId(1), host: "127.0.0.1", port: port)
            })))
    default: .close
    }
  }

  private static func answer(_ request: Request, _ level: Int16) -> FakeBroker.Reaction {
    switch request {
    case .apiVersions: .answer(versions(level))
    case .initProducerId: .answer(.initProducerId(InitProducerIdResponse(producer: producer)))
    case .addPartitionsToTxn(let asked):
      .answer(.addPartitionsToTxn(AddPartitionsToTxnResponse(to: asked) { _ in .none }))
    case .addOffsetsToTxn: .answer(.addOffsetsToTxn(AddOffsetsToTxnResponse()))
    case .produce(let asked):
      .answer(
        .produce(
          ProduceResponse(
            responses: asked.topics.map { topic in
              .init(name: topic.name, partitions: topic.partitions.map { .init(index: $0.index) })
            })))
    case .txnOffsetCommit(let asked):
      .answer(
        .txnOffsetCommit(
          TxnOffsetCommitResponse(
            topics: asked.topics.map { topic in
              .init(
                name: topic.name,
                partitions: topic.partitions.map { .init(partitionIndex: $0.partitionIndex) })
            })))
    case .endTxn:
      .answer(.endTxn(EndTxnResponse(producer: level > 1 ? producer.bumped : .none)))
    default: .close
    }
  }
}
