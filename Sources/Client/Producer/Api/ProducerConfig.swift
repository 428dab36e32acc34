import KafkaModel

/// The settings of a producer, under Kafka's names and with Kafka 4.3's defaults.
///
/// `linger.ms` and `batch.size` are not among them: records have no bytes here. What comes while a
/// partition's batch is under way makes up its next one.
public struct ProducerConfig: Hashable, Sendable, BackoffSettings {
  public var clientId: ClientId
  /// nil: without transactions, and only idempotent.
  public var transactionalId: TransactionalId?
  /// `transaction.timeout.ms`: the coordinator aborts a transaction that is older.
  public var transactionTimeoutMs: Int32 = 60_000
  /// What the brokers' finalized feature `transaction.version` lets the producer do: ApiVersions
  /// says it. Below two partitions and groups are added by requests of their own.
  public var transactionVersion = TransactionVersion.two
  public var requestTimeoutMs: Int64 = 30_000
  /// `delivery.timeout.ms`: how long records are tried to be written.
  public var deliveryTimeoutMs: Int64 = 120_000
  public var retryBackoffMs: Int64 = 100
  public var retryBackoffMaxMs: Int64 = 1_000
  public var metadataMaxAgeMs: Int64 = 300_000

  public init(clientId: ClientId, transactionalId: TransactionalId?) {
    self.clientId = clientId
    self.transactionalId = transactionalId
  }

  /// The highest version in which a request may be sent, because a higher one means
  /// transaction.version 2 to the broker; nil = the highest that both sides know.
  public func highestVersion(of api: ApiKey) -> Int16? {
    if transactionalId == nil || transactionVersion.bumpsEpochs { return nil }
    switch api {
    case .produce: return 11
    case .txnOffsetCommit, .endTxn: return 4
    default: return nil
    }
  }
}
