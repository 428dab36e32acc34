import KafkaModel

extension TransactionsPicture {
  mutating func apply(_ event: TransactionEvent, atMs nowMs: Int64) {
    switch event {
    case .producerSeen(let slot, let identity): see(slot, identity)
    case .output(let topic, let count):
      output = topic
      outputPartitions = count
    case .process(let slot, let change): transform(slot, change, atMs: nowMs)
    case .state(let slot, let state): enter(slot, state)
    case .producerId(let slot, let producer):
      producers[slot.index].producer = producer
      producers[slot.index].fenced = nil
    case .mustAbort(let slot, let api, let error):
      fail(slot, .init(api: api, error: error, isFatal: false), atMs: nowMs)
    case .failed(let slot, let api, let error):
      fail(slot, .init(api: api, error: error, isFatal: true), atMs: nowMs)
    case .transaction(let id, let state, let producer):
      enter(id, state, producer, atMs: nowMs)
    case .fenced(let id, let producer, let reason): fence(id, producer, reason, atMs: nowMs)
    case .timeout(let id, let dueMs):
      if let place = places[id] { transactions[place].dueMs = dueMs }
    case .opened(let partition, let producer, let offset):
      begin(OpenRecords(partition: partition, producer: producer, from: offset, sinceMs: nowMs))
    case .marker(let partition, let producer, let isCommit, let offset, let records):
      mark(
        producer,
        .init(partition: partition, offset: offset, isCommit: isCommit, records: records),
        atMs: nowMs)
    case .delivered(let new): tally = new
    // They are about the group's partitions.
    case .stableOffset, .offsetPending, .offsetsDecided: break
    }
  }

  private mutating func see(_ slot: ProducerSlot, _ identity: ProducerIdentity) {
    if slot.index < producers.count {
      producers[slot.index].identity = identity
    } else {
      precondition(slot.index == producers.count, "slots are numbered by first sight")
      producers.append(ProducerPicture(slot: slot, identity: identity))
    }
  }

  mutating func transform(_ slot: ProducerSlot, _ change: ProducerChange, atMs nowMs: Int64) {
    switch change {
    case .started:
      producers[slot.index] = ProducerPicture(slot: slot, identity: self[slot].identity)
    case .killed:
      producers[slot.index].process = .dead
      turn(.died(slot), nowMs)
    case .ended: producers[slot.index].process = .ended
    }
  }

  private mutating func enter(_ slot: ProducerSlot, _ state: ProducerState) {
    producers[slot.index].state = state
    switch state {
    case .ready, .inTransaction, .initializing: producers[slot.index].failure = nil
    case .uninitialized, .committingTransaction, .abortingTransaction, .abortableError,
      .fatalError:
      break
    }
  }

  private mutating func fail(
    _ slot: ProducerSlot, _ failure: ProducerPicture.Failure, atMs nowMs: Int64
  ) {
    producers[slot.index].failure = failure
    turn(.refused(slot), nowMs)
  }

  private mutating func begin(_ records: OpenRecords) {
    let isKnown = open.contains {
      $0.partition == records.partition && $0.producer.id == records.producer.id
    }
    if !isKnown, open.count < Self.most { open.append(records) }
  }

  private mutating func mark(
    _ producer: Producer, _ marker: TransactionPicture.Marker, atMs nowMs: Int64
  ) {
    // A marker's epoch may be the next transaction's; the id says whose records it decides.
    open.removeAll { $0.partition == marker.partition && $0.producer.id == producer.id }
    guard let place = transactions.firstIndex(where: { $0.producer.id == producer.id }) else {
      return
    }
    transactions[place].marker = marker
    turn(.marked(transactions[place].id), nowMs)
  }

  mutating func turn(_ kind: Turn.Kind, _ nowMs: Int64) { latest = Turn(kind: kind, atMs: nowMs) }
}
