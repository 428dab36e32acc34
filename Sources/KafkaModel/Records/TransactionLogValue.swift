/// A transactional id as it is written down (`TransactionLogValue`, versions 0 and 1).
public struct TransactionLogValue: Hashable, Sendable {
  public var producer: Producer
  /// `transaction.timeout.ms` of the producer.
  public var timeoutMs: Int32
  public var state: TransactionState
  /// Where the transaction has written, by topic and partition.
  public var partitions: [TopicPartition]
  public var lastUpdateMs: Int64
  /// -1 where no transaction has begun.
  public var startMs: Int64
  /// Of the last transition, v1+; another one than the producer's after a change of the id.
  public var previousProducerId: Int64
  /// The id that follows when the end of the transaction is complete, v1+; -1 = none.
  public var nextProducerId: Int64
  /// What the producer used last, v1+.
  public var clientVersion: TransactionVersion

  public init(
    producer: Producer, timeoutMs: Int32, state: TransactionState,
    partitions: [TopicPartition] = [], lastUpdateMs: Int64, startMs: Int64 = -1,
    previousProducerId: Int64 = -1, nextProducerId: Int64 = -1,
    clientVersion: TransactionVersion = .zero
  ) {
    self.producer = producer
    self.timeoutMs = timeoutMs
    self.state = state
    self.partitions = partitions
    self.lastUpdateMs = lastUpdateMs
    self.startMs = startMs
    self.previousProducerId = previousProducerId
    self.nextProducerId = nextProducerId
    self.clientVersion = clientVersion
  }
}
