import Feed
import KafkaModel

extension Narrator {
  static func logLine(_ event: TransactionEvent, _ scene: Scene) -> TransactionLog? {
    let transactions = scene.picture.transactions
    func writer(_ slot: ProducerSlot) -> Writer { Writer(transactions[slot]) }
    return switch event {
    case .process(let slot, let change): .process(writer(slot), change)
    case .timeout(let id, let dueMs): dueMs.map { .ongoing(id, dueMs: $0) }
    case .transaction(let id, .prepareCommit, _): .decided(id, isCommit: true)
    case .transaction(let id, .prepareAbort, _): .decided(id, isCommit: false)
    case .fenced(let id, _, let reason): .fenced(id, reason)
    case .marker(let partition, let producer, let isCommit, let offset, let records):
      .marker(
        scene.name(partition), offset, isCommit: isCommit, records: records,
        by: transactions.transaction(of: producer)?.id)
    case .mustAbort(let slot, let api, let error): .mustAbort(writer(slot), api, error)
    case .failed(let slot, let api, let error): .failed(writer(slot), api, error)
    case .producerSeen, .output, .state, .producerId, .transaction, .opened, .stableOffset,
      .offsetPending, .offsetsDecided, .delivered:
      nil
    }
  }
}
