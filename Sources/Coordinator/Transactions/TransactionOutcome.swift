import KafkaModel

/// What came of one input to a transaction coordinator, each list in the order in which it came
/// about.
public struct TransactionOutcome: Sendable {
  public var replies: [CoordinatorOutcome.Reply] = []
  public var appends: [TransactionAppend] = []
  public var markers: [MarkerOrder] = []
  public var timers: [TransactionTimer] = []
  public var happenings: [TransactionHappening] = []

  public init() {}
}

/// A record to be written to `__transaction_state`.
///
/// The coordinator goes on when it hears `appendConfirmed`; confirm in the order of ids.
public struct TransactionAppend: Hashable, Sendable {
  public var id: AppendId
  public var record: TransactionRecord
}

/// Markers to be written, one to each partition (`WriteTxnMarkers`); one of `__consumer_offsets`
/// by its group coordinator (`GroupCoordinator.endTransaction`).
///
/// The coordinator goes on when it hears `markerWritten` of all of them. A partition that is gone
/// counts as written.
public struct MarkerOrder: Hashable, Sendable {
  /// Each order has its own: the next transaction may have the same producer and partitions.
  public var number: Int64
  public var transactionalId: TransactionalId
  public var marker: TransactionMarker
  public var partitions: [TopicPartition]
}

/// A deadline of the coordinator: to be handed to `fire` at `atMs`. One that comes too early or
/// twice does nothing.
public struct TransactionTimer: Hashable, Sendable {
  public var scan: Scan
  public var atMs: Int64

  /// What is looked for; Kafka looks at all transactions at once, at a fixed interval.
  public enum Scan: Hashable, Sendable, CaseIterable {
    /// Transactions that are older than their timeout.
    case timedOut
    /// Transactional ids that nobody has used for long.
    case expired
  }
}

/// Something that took place, in no human language; for the screen and the log.
public struct TransactionHappening: Hashable, Sendable {
  public var transactionalId: TransactionalId
  public var fact: TransactionFact
}

/// What took place.
public enum TransactionFact: Hashable, Sendable {
  /// InitProducerId was answered with this producer.
  case producerInitialized(Producer)
  /// The producer's transaction is aborted and its epoch is over.
  case producerFenced(Producer, FencingReason)
  /// `to` is written; it is known to be decided from here on.
  case stateChanged(from: TransactionState, to: TransactionState, Producer)
  /// Partitions that the transaction writes to from now on.
  case partitionsAdded([TopicPartition])
  case markerWritten(TopicPartition, isCommit: Bool)
  case idExpired
}
