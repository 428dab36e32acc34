/// Where a producer stands between its transactions (`TransactionManager.State`);
/// the transitions are the Client's.
public enum ProducerState: Hashable, Sendable, CaseIterable, CustomStringConvertible {
  /// It has no producer id. Leads to INITIALIZING.
  case uninitialized
  /// InitProducerId is under way. Leads to READY.
  case initializing
  /// Leads to IN_TRANSACTION.
  case ready
  /// Leads to COMMITTING_TRANSACTION, ABORTING_TRANSACTION, ABORTABLE_ERROR.
  case inTransaction
  /// Leads to READY, INITIALIZING, ABORTABLE_ERROR.
  case committingTransaction
  /// Leads to READY, or to INITIALIZING where the producer needs another epoch.
  case abortingTransaction
  /// Nothing but abortTransaction() is allowed. Leads to ABORTING_TRANSACTION.
  case abortableError
  /// Nothing but close() is allowed. All other states lead here.
  case fatalError

  /// Kafka's name.
  public var description: String {
    switch self {
    case .uninitialized: "UNINITIALIZED"
    case .initializing: "INITIALIZING"
    case .ready: "READY"
    case .inTransaction: "IN_TRANSACTION"
    case .committingTransaction: "COMMITTING_TRANSACTION"
    case .abortingTransaction: "ABORTING_TRANSACTION"
    case .abortableError: "ABORTABLE_ERROR"
    case .fatalError: "FATAL_ERROR"
    }
  }
}
