import Client
import Coordinator
import Feed
import KafkaModel

/// Producers' notes and the transaction coordinator's facts as the feed's events.
extension World {
  mutating func translate(
    _ note: ProducerNote, of slot: ProducerSlot, into events: inout [TimedEvent]
  ) {
    switch note {
    case .state(let state): emit(.transaction(.state(slot, state)), &events)
    case .initialized(let producer): emit(.transaction(.producerId(slot, producer)), &events)
    case .mustAbort(let error, let api):
      emit(.transaction(.mustAbort(slot, api, error)), &events)
    case .failed(let error, let api): emit(.transaction(.failed(slot, api, error)), &events)
    case .written, .notWritten, .offsetsSent, .committed, .aborted, .refused, .closed: break
    }
  }

  /// Messages of a member's producer are shown with the member's.
  func noteSent(_ request: Request, by slot: ProducerSlot, _ events: inout [TimedEvent]) {
    guard let member = producers[slot.index].member, let message = GroupMessage(request) else {
      return
    }
    emit(.message(member, message), &events)
  }

  func noteAnswer(_ response: Response, to slot: ProducerSlot, _ events: inout [TimedEvent]) {
    guard let member = producers[slot.index].member, let message = GroupMessage(response) else {
      return
    }
    emit(.message(member, message), &events)
  }

  mutating func translate(
    _ happening: TransactionHappening, into events: inout [TimedEvent]
  ) {
    let id = happening.transactionalId
    switch happening.fact {
    case .stateChanged(_, let state, let producer):
      emit(.transaction(.transaction(id, state, producer)), &events)
      if let change = timeout(of: id) { emit(.transaction(.timeout(id, dueMs: change)), &events) }
      if state == .prepareCommit || state == .prepareAbort {
        emit(.transaction(.timeout(id, dueMs: nil)), &events)
      }
    case .producerFenced(let producer, let reason):
      emit(.transaction(.fenced(id, producer, reason)), &events)
    // `Empty` on `Empty` is no change of state.
    case .producerInitialized(let producer):
      emit(.transaction(.transaction(id, .empty, producer)), &events)
    case .partitionsAdded, .markerWritten, .idExpired: break
    }
  }

  /// When the coordinator will abort the transaction that has just begun: at its first look after
  /// the timeout.
  private func timeout(of id: TransactionalId) -> Int64? {
    guard let transaction = transactions.transaction(id), transaction.value.state == .ongoing
    else { return nil }
    return transactions.abortMs(of: transaction)
  }
}
