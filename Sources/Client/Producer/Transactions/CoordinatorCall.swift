import KafkaModel

/// The requests to coordinators; only one is under way at a time.
enum CoordinatorCall: Hashable, Sendable {
  case findCoordinator
  case findGroupCoordinator
  case initProducerId
  case addPartitions
  case addOffsets
  case commitOffsets
  case endTransaction(commit: Bool)
}

/// A request that waits for its answer.
struct ProducerInFlight: Hashable, Sendable {
  var correlationId: Int32
  var kind: Kind
  var api: ApiKey
  /// `.none` = any.
  var broker: BrokerId
  var timeoutAtMs: Int64

  enum Kind: Hashable, Sendable {
    case metadata
    case call(CoordinatorCall)
    case produce([TopicPartition])
  }
}
