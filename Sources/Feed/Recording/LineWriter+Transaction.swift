import KafkaModel

/// Producers and their transactions.
extension LineWriter {
  mutating func values(_ event: TransactionEvent) {
    switch event {
    case .producerSeen(let slot, let identity):
      field(slot)
      values(identity)
    case .output(let topic, let partitions):
      field("name", topic)
      field("partitions", partitions)
    case .process(let slot, let change):
      field(slot)
      word(change.rawValue)
    case .state(let slot, let state):
      field(slot)
      field("state", state.description)
    case .producerId(let slot, let producer):
      field(slot)
      field(producer)
    case .mustAbort(let slot, let api, let error), .failed(let slot, let api, let error):
      field(slot)
      field("api", api.description)
      field("error", error.rawValue)
    case .delivered(let tally): values(tally)
    default: brokerEvent(event)
    }
  }

  /// What the coordinators and the partitions' leaders do.
  private mutating func brokerEvent(_ event: TransactionEvent) {
    switch event {
    case .transaction(let id, let state, let producer):
      field("id", id)
      field("state", state.description)
      field(producer)
    case .fenced(let id, let producer, let reason):
      field("id", id)
      field(producer)
      field("reason", reason.rawValue)
    case .timeout(let id, let dueMs):
      field("id", id)
      if let dueMs { field("dueMs", dueMs) }
    case .opened(let partition, let producer, let offset),
      .offsetPending(let partition, let offset, let producer):
      field(partition)
      field(producer)
      field("offset", offset.value)
    case .marker(let partition, let producer, let isCommit, let offset, let records):
      field(partition)
      field(producer)
      field("commit", isCommit ? "yes" : "no")
      field("offset", offset.value)
      field("records", records)
    case .stableOffset(let partition, let offset):
      field(partition)
      if let offset { field("offset", offset.value) }
    case .offsetsDecided(let producer, let isCommit):
      field(producer)
      field("commit", isCommit ? "yes" : "no")
    default: preconditionFailure("an event that no line describes")
    }
  }

  private mutating func values(_ identity: ProducerIdentity) {
    field("name", identity.name)
    if let id = identity.transactionalId { field("id", id) }
    field("topic", identity.topic)
    if let member = identity.member { field(member) }
  }

  private mutating func values(_ tally: DeliveryTally) {
    field("done", tally.done)
    field("committed", tally.committed)
    field("duplicates", tally.duplicates)
    field("lost", tally.lost)
    field("aborted", tally.aborted)
    field("open", tally.open)
  }

  mutating func field(_ slot: ProducerSlot) { field("producer", slot.index) }

  private mutating func field(_ producer: Producer) {
    field("producerId", producer.id)
    field("epoch", producer.epoch)
  }

  mutating func values(_ command: ProducerCommand) {
    switch command {
    case .send(let records):
      word("send")
      field("records", records)
    case .commit: word("commit")
    case .abort: word("abort")
    case .kill: word("kill")
    case .restart: word("restart")
    }
  }
}
