import KafkaModel

/// What has been written to `__transaction_state`, and which producer ids were given to whom.
struct TransactionLedger: Sendable {
  private var last: [(id: TransactionalId, value: TransactionLogValue)] = []
  /// Every producer id that was ever given out; nobody's transactional id where there is none.
  private var given: [(producer: Producer, id: TransactionalId?)] = []

  struct Finding: Hashable, Sendable {
    let invariant: Invariant
    let detail: String
  }

  func value(of id: TransactionalId) -> TransactionLogValue? { last.first { $0.id == id }?.value }

  /// A record is in the log.
  mutating func take(_ record: TransactionRecord) -> Finding? {
    let id = record.transactionalId
    let place = last.firstIndex { $0.id == id }
    let before = place.map { last[$0].value }
    guard let value = record.value else {
      place.map { _ = last.remove(at: $0) }
      return before.flatMap { expired($0, id) }
    }
    if let place { last[place].value = value } else { last.append((id, value)) }
    return decisionFault(value, after: before, id) ?? stateFault(value, after: before, id)
      ?? give(value.producer, to: id)
      ?? give(Producer(id: value.nextProducerId, epoch: 0), to: id)
  }

  /// A producer was given out; its id is nobody else's.
  mutating func give(_ producer: Producer, to id: TransactionalId?) -> Finding? {
    guard producer.id >= 0 else { return nil }
    guard let place = given.firstIndex(where: { $0.producer.id == producer.id }) else {
      given.append((producer, id))
      return nil
    }
    let known = given[place]
    if id == nil || known.id != id {
      return Finding(
        invariant: .producerIsOne,
        detail: "\(producer) is \(known.id?.text ?? "nobody")'s and \(id?.text ?? "nobody")'s")
    }
    if producer.epoch < known.producer.epoch {
      return Finding(
        invariant: .producerIsOne, detail: "\(known.producer) is followed by \(producer)")
    }
    given[place].producer = producer
    return nil
  }

  private func expired(_ before: TransactionLogValue, _ id: TransactionalId) -> Finding? {
    if TransactionState.dead.follows(before.state) { return nil }
    return Finding(invariant: .stateFollows, detail: "\(id) is gone in \(before.state)")
  }

  private func decisionFault(
    _ value: TransactionLogValue, after before: TransactionLogValue?, _ id: TransactionalId
  ) -> Finding? {
    guard let before, before.state == .prepareCommit || before.state == .prepareAbort else {
      return nil
    }
    let completed: TransactionState =
      before.state == .prepareCommit ? .completeCommit : .completeAbort
    let producer =
      before.nextProducerId < 0 ? before.producer : Producer(id: before.nextProducerId, epoch: 0)
    if value.state == completed && value.producer == producer && value.partitions.isEmpty {
      return nil
    }
    return Finding(
      invariant: .decisionStands,
      detail: "\(id) is \(value.state) of \(value.producer) after \(before.state)")
  }

  private func stateFault(
    _ value: TransactionLogValue, after before: TransactionLogValue?, _ id: TransactionalId
  ) -> Finding? {
    let old = before?.state ?? .empty
    let isNever = value.state == .dead || value.state == .prepareEpochFence
    let partitions = before?.partitions ?? []
    let keeps =
      switch value.state {
      case .ongoing: partitions.allSatisfy(value.partitions.contains)
      case .prepareCommit, .prepareAbort: partitions == value.partitions
      default: value.partitions.isEmpty
      }
    if value.state.follows(old) && !isNever && keeps && value.producer.epoch >= 0 {
      return nil
    }
    return Finding(
      invariant: .stateFollows, detail: "\(id) is \(value.state) of \(value.producer) after \(old)")
  }
}
