import KafkaModel

/// What the transaction coordinator writes down.
extension TransactionsPicture {
  mutating func enter(
    _ id: TransactionalId, _ state: TransactionState, _ producer: Producer, atMs nowMs: Int64
  ) {
    guard let place = place(of: id, state, producer, nowMs) else { return }
    let old = transactions[place].state
    if old != state { transactions[place].stateSinceMs = nowMs }
    transactions[place].state = state
    transactions[place].producer = producer
    switch state {
    case .ongoing where old != .ongoing || transactions[place].openSinceMs == nil:
      transactions[place].openSinceMs = nowMs
      transactions[place].marker = nil
      transactions[place].fenced = nil
      turn(.began(id), nowMs)
    case .prepareCommit, .prepareAbort:
      if old != state { turn(.decided(id), nowMs) }
    case .empty, .completeCommit, .completeAbort, .dead:
      transactions[place].openSinceMs = nil
      transactions[place].dueMs = nil
    case .ongoing, .prepareEpochFence: break
    }
  }

  private mutating func place(
    of id: TransactionalId, _ state: TransactionState, _ producer: Producer, _ nowMs: Int64
  ) -> Int? {
    if let known = places[id] { return known }
    guard transactions.count < Self.most else { return nil }
    transactions.append(TransactionPicture(id, state, producer, atMs: nowMs))
    places[id] = transactions.count - 1
    return transactions.count - 1
  }

  /// - Parameter producer: the one that is over.
  mutating func fence(
    _ id: TransactionalId, _ producer: Producer, _ reason: FencingReason, atMs nowMs: Int64
  ) {
    for index in producers.indices where producers[index].isFenced(by: id, producer) {
      producers[index].fenced = reason
    }
    guard let place = places[id] else { return }
    transactions[place].fenced = reason
    // It is being aborted.
    transactions[place].dueMs = nil
    turn(.fenced(id), nowMs)
  }
}

extension ProducerPicture {
  /// Whether it has that epoch of its id, or an older one.
  fileprivate func isFenced(by id: TransactionalId, _ over: Producer) -> Bool {
    guard identity.transactionalId == id, let producer else { return false }
    return producer.id == over.id && producer.epoch <= over.epoch
  }
}
