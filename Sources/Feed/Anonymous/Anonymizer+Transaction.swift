import KafkaModel

extension Anonymizer {
  mutating func rewrite(_ event: TransactionEvent) -> TransactionEvent {
    switch event {
    case .producerSeen(let slot, let identity): .producerSeen(slot, rewrite(identity))
    case .output(let topic, let count): .output(rewrite(topic), partitions: count)
    case .transaction(let id, let state, let producer):
      .transaction(rewrite(id), state, producer)
    case .fenced(let id, let producer, let reason): .fenced(rewrite(id), producer, reason)
    case .timeout(let id, let dueMs): .timeout(rewrite(id), dueMs: dueMs)
    case .opened(let partition, let producer, let offset):
      .opened(rewrite(partition), producer, offset)
    case .marker(let partition, let producer, let isCommit, let offset, let records):
      .marker(rewrite(partition), producer, isCommit: isCommit, offset, records: records)
    case .stableOffset(let partition, let offset): .stableOffset(rewrite(partition), offset)
    case .offsetPending(let partition, let offset, let producer):
      .offsetPending(rewrite(partition), offset, producer)
    case .process, .state, .producerId, .mustAbort, .failed, .offsetsDecided, .delivered: event
    }
  }

  /// A loop's producer is called as its consumer is.
  private mutating func rewrite(_ identity: ProducerIdentity) -> ProducerIdentity {
    ProducerIdentity(
      name: members.alias(knownFor: identity.name) ?? producers.alias(of: identity.name),
      transactionalId: identity.transactionalId.map { rewrite($0) },
      topic: rewrite(identity.topic), member: identity.member)
  }

  mutating func rewrite(_ id: TransactionalId) -> TransactionalId {
    TransactionalId(transactionalIds.alias(of: id.text))
  }
}
