/// The state of a transactional id (`org.apache.kafka.coordinator.transaction.TransactionState`),
/// with the number that stands in `__transaction_state`.
public enum TransactionState: Int8, Hashable, Sendable, CaseIterable, CustomStringConvertible {
  /// A producer has its id and has written nothing. Leads to Ongoing, PrepareAbort, Dead.
  case empty = 0
  /// Partitions were added. Leads to PrepareCommit, PrepareAbort, PrepareEpochFence.
  case ongoing = 1
  /// The decision: nothing can change it any more. Leads to CompleteCommit.
  case prepareCommit = 2
  /// The decision: nothing can change it any more. Leads to CompleteAbort.
  case prepareAbort = 3
  /// All markers are written. Leads to Ongoing, Empty, PrepareAbort, Dead.
  case completeCommit = 4
  /// All markers are written. Leads to Ongoing, Empty, PrepareAbort, Dead.
  case completeAbort = 5
  /// The id was not used for `transactional.id.expiration.ms`. Final.
  case dead = 6
  /// The producer is being fenced; never written. Leads to PrepareAbort.
  case prepareEpochFence = 7

  /// Kafka's name.
  public var description: String {
    switch self {
    case .empty: "Empty"
    case .ongoing: "Ongoing"
    case .prepareCommit: "PrepareCommit"
    case .prepareAbort: "PrepareAbort"
    case .completeCommit: "CompleteCommit"
    case .completeAbort: "CompleteAbort"
    case .dead: "Dead"
    case .prepareEpochFence: "PrepareEpochFence"
    }
  }

  /// Whether the state can follow on `other`.
  public func follows(_ other: TransactionState) -> Bool {
    switch self {
    case .empty: [.empty, .completeCommit, .completeAbort].contains(other)
    case .ongoing: [.ongoing, .empty, .completeCommit, .completeAbort].contains(other)
    case .prepareCommit: other == .ongoing
    case .prepareAbort:
      // Straight from the others: transaction.version 2 ends transactions without partitions too.
      [.ongoing, .prepareEpochFence, .empty, .completeCommit, .completeAbort].contains(other)
    case .completeCommit: other == .prepareCommit
    case .completeAbort: other == .prepareAbort
    case .dead: [.empty, .completeCommit, .completeAbort].contains(other)
    case .prepareEpochFence: other == .ongoing
    }
  }
}
