import KafkaModel

/// AddPartitionsToTxn, and what partition leaders ask before they write.
extension Transaction {
  func added(
    _ partitions: [TopicPartition], by producer: Producer, version: TransactionVersion,
    nowMs: Int64
  ) -> TransactionVerdict {
    if pending != nil { return .refused(.concurrentTransactions) }
    if let error = identityError(producer) { return .refused(error) }
    // No epoch was given out yet: "Illegal new producer epoch" (`prepareTransitionTo`).
    if producer.epoch < 0 { return .refused(.unknownServerError) }
    switch value.state {
    case .prepareCommit, .prepareAbort, .prepareEpochFence, .dead:
      return .refused(.concurrentTransactions)
    case .ongoing where partitions.allSatisfy(value.partitions.contains): return .unchanged
    case .empty, .ongoing, .completeCommit, .completeAbort:
      var next = self.next(.ongoing, nowMs: nowMs)
      if value.state != .ongoing { next.startMs = nowMs }
      for partition in partitions where !next.partitions.contains(partition) {
        let place = next.partitions.firstIndex { partition < $0 } ?? next.partitions.endIndex
        next.partitions.insert(partition, at: place)
      }
      next.clientVersion = version
      return .changed(
        TransactionTransition(value: next, lastProducerEpoch: lastProducerEpoch))
    }
  }

  /// Whether the partition may be written to (`handleVerifyPartitionsInTransaction`).
  func verified(_ partition: TopicPartition, of producer: Producer) -> ErrorCode {
    if let error = identityError(producer) { return error }
    if value.state == .prepareCommit || value.state == .prepareAbort {
      return .concurrentTransactions
    }
    return value.partitions.contains(partition) ? .none : .transactionAbortable
  }

  private func identityError(_ producer: Producer) -> ErrorCode? {
    if value.producer.id != producer.id { return .invalidProducerIdMapping }
    return value.producer.epoch == producer.epoch ? nil : .producerFenced
  }
}
