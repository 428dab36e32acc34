import KafkaModel

/// InitProducerId (`prepareInitProducerIdTransit`, `prepareIncrementProducerEpoch`).
extension Transaction {
  /// - Parameter expected: what the producer believes to have (KIP-360); nil for a new one.
  func initialized(
    timeoutMs: Int32, expected: Producer?, nowMs: Int64, _ ids: inout ProducerIdSource
  ) -> TransactionVerdict {
    if pending != nil { return .refused(.concurrentTransactions) }
    if let expected, !couldBe(expected) { return .refused(.producerFenced) }
    switch value.state {
    case .ongoing: return .fenceFirst
    case .prepareCommit, .prepareAbort, .prepareEpochFence, .dead:
      return .refused(.concurrentTransactions)
    case .empty, .completeCommit, .completeAbort:
      // "Cannot allocate any more producer epochs" (`prepareIncrementProducerEpoch`).
      if value.producer.isExhausted, let expected, expected.epoch != value.producer.epoch {
        return .refused(.unknownServerError)
      }
      guard let (producer, last) = successor(of: expected, &ids) else {
        return .refused(.producerFenced)
      }
      var next = self.next(.empty, nowMs: nowMs)
      next.producer = producer
      next.timeoutMs = timeoutMs
      next.partitions = []
      next.startMs = -1
      return .changed(TransactionTransition(value: next, lastProducerEpoch: last))
    }
  }

  /// A producer of before the last change of the id may only repeat the request that changed it.
  private func couldBe(_ expected: Producer) -> Bool {
    value.producer.epoch == -1 || expected.id == value.producer.id
      || expected.id == value.previousProducerId && expected.isExhausted
  }

  /// The next producer and the epoch to remember; nil for one that is fenced.
  private func successor(
    of expected: Producer?, _ ids: inout ProducerIdSource
  ) -> (Producer, Int16)? {
    let current = value.producer
    let isCurrent = expected == nil || expected?.epoch == current.epoch
    let last = expected == nil ? -1 : current.epoch
    if current.isExhausted && isCurrent { return (Producer(id: ids.make(), epoch: 0), last) }
    if current.epoch == -1 || isCurrent { return (current.bumped, last) }
    // The answer to its request was lost.
    return expected?.epoch == lastProducerEpoch ? (current, lastProducerEpoch) : nil
  }
}
