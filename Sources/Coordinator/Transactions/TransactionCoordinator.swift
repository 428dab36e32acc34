import KafkaModel
import OrderedCollections

/// The broker side of transactions (`TransactionCoordinator`, `TransactionStateManager`): requests,
/// fired timers, confirmed writes and written markers in, outcomes out.
public struct TransactionCoordinator: Sendable {
  public let config: CoordinatorConfig
  var transactions: OrderedDictionary<TransactionalId, Transaction> = [:]
  var producerIds = ProducerIdSource()
  var writes: OrderedDictionary<AppendId, TransactionWrite> = [:]
  var nextAppendId: Int64 = 1
  var lastOrderNumber: Int64 = 0
  var service = Service.active
  /// The leader epoch of `__transaction_state`: one more each time somebody takes over.
  public internal(set) var coordinatorEpoch: Int32 = 0
  /// When the scans began, and the timers that are set.
  var scansSinceMs: Int64 = 0
  var scansDueMs: OrderedDictionary<TransactionTimer.Scan, Int64> = [:]

  /// - Parameter startedMs: from when the scans count their intervals.
  public init(config: CoordinatorConfig, startedMs: Int64 = 0) {
    self.config = config
    scansSinceMs = startedMs
  }

  /// A transactional id as it is now, nil if there is none.
  public func transaction(_ id: TransactionalId) -> Transaction? { transactions[id] }

  /// How many transactional ids there are.
  public var count: Int { transactions.count }

  /// In the order of their making.
  public var transactionalIds: [TransactionalId] { Array(transactions.keys) }

  /// What is in `__transaction_state`, one record an id: what another coordinator is loaded from.
  public var hardState: [TransactionRecord] {
    transactions.values.filter(\.isWritten).map {
      TransactionRecord(transactionalId: $0.id, value: $0.value)
    }
  }
}
