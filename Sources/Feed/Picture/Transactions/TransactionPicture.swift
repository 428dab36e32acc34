import KafkaModel

/// What the transaction coordinator has for one `transactional.id`.
public struct TransactionPicture: Hashable, Sendable {
  public let id: TransactionalId
  public internal(set) var state: TransactionState
  public internal(set) var stateSinceMs: Int64
  /// Who may end it: with transaction.version 2 the epoch is one higher once it is decided.
  public internal(set) var producer: Producer
  /// Since when it has been Ongoing, until all its markers are written; nil where none is open.
  public internal(set) var openSinceMs: Int64?
  /// When the coordinator aborts it if nobody ends it before.
  public internal(set) var dueMs: Int64?
  /// The last control record of it.
  public internal(set) var marker: Marker?
  /// Why it is aborted, where not its own producer wanted it.
  public internal(set) var fenced: FencingReason?

  /// A control record.
  public struct Marker: Hashable, Sendable {
    public var partition: TopicPartition
    public var offset: Offset
    public var isCommit: Bool
    /// The transaction's records in that partition.
    public var records: Int64
  }

  init(_ id: TransactionalId, _ state: TransactionState, _ producer: Producer, atMs: Int64) {
    self.id = id
    self.state = state
    self.producer = producer
    stateSinceMs = atMs
  }

  /// Begun, and not all of its markers are written.
  public var isOpen: Bool {
    switch state {
    case .ongoing, .prepareCommit, .prepareAbort, .prepareEpochFence: true
    case .empty, .completeCommit, .completeAbort, .dead: false
    }
  }

  /// Its outcome cannot change any more, and not all of its markers are written.
  public var isDecided: Bool { state == .prepareCommit || state == .prepareAbort }
}
