import KafkaModel

/// EndTxn, by request, by time, or by another producer (`endTransaction`).
extension Transaction {
  func ended(
    isCommit: Bool, by producer: Producer, version: TransactionVersion, nowMs: Int64,
    _ ids: inout ProducerIdSource
  ) -> TransactionVerdict {
    if pending != nil { return .refused(.concurrentTransactions) }
    let verdict =
      version.bumpsEpochs
      ? endedBumping(isCommit: isCommit, producer) : endedKeeping(isCommit: isCommit, producer)
    guard verdict == nil else { return verdict ?? .unchanged }
    return .changed(decision(isCommit: isCommit, version: version, nowMs: nowMs, &ids))
  }

  /// The transaction is aborted and its producer's epoch with it: whoever still has the old one is
  /// a zombie from here on.
  func fenced(nowMs: Int64, _ ids: inout ProducerIdSource) -> TransactionTransition {
    var transition = decision(isCommit: false, version: .two, nowMs: nowMs, &ids)
    // The old epoch is nobody's: it must not pass for one whose answer was lost.
    transition.lastProducerEpoch = -1
    return transition
  }

  private func decision(
    isCommit: Bool, version: TransactionVersion, nowMs: Int64, _ ids: inout ProducerIdSource
  ) -> TransactionTransition {
    var next = self.next(isCommit ? .prepareCommit : .prepareAbort, nowMs: nowMs)
    // Nothing was added, so that no time is known.
    if value.state != .ongoing { next.startMs = nowMs }
    next.clientVersion = version
    guard version.bumpsEpochs else {
      return TransactionTransition(value: next, lastProducerEpoch: lastProducerEpoch)
    }
    if value.producer.isExhausted { next.nextProducerId = ids.make() }
    next.producer = value.producer.bumped
    return TransactionTransition(value: next, lastProducerEpoch: value.producer.epoch)
  }

  /// What is to be written when all markers are (`prepareComplete`).
  func completed(nowMs: Int64) -> TransactionLogValue {
    var next = self.next(
      value.state == .prepareCommit ? .completeCommit : .completeAbort, nowMs: nowMs)
    if value.clientVersion.bumpsEpochs && value.nextProducerId != -1 {
      next.producer = Producer(id: value.nextProducerId, epoch: 0)
    }
    next.nextProducerId = -1
    next.partitions = []
    return next
  }

  /// Of clients that keep their epoch: nil where the transaction may end.
  private func endedKeeping(isCommit: Bool, _ producer: Producer) -> TransactionVerdict? {
    if value.producer.id != producer.id { return .refused(.invalidProducerIdMapping) }
    if value.producer.epoch != producer.epoch { return .refused(.producerFenced) }
    switch value.state {
    case .ongoing: return nil
    case .completeCommit: return isCommit ? .unchanged : .refused(.invalidTxnState)
    case .completeAbort: return isCommit ? .refused(.invalidTxnState) : .unchanged
    case .prepareCommit: return .refused(isCommit ? .concurrentTransactions : .invalidTxnState)
    case .prepareAbort: return .refused(isCommit ? .invalidTxnState : .concurrentTransactions)
    case .empty, .dead, .prepareEpochFence: return .refused(.invalidTxnState)
    }
  }

  /// Of transaction.version 2, where the epoch tells a repeated request from the next one.
  private func endedBumping(isCommit: Bool, _ producer: Producer) -> TransactionVerdict? {
    let isOverflow =
      value.previousProducerId == producer.id && producer.epoch == .max - 1
      && value.producer.epoch == 0
    if value.producer.id != producer.id && !isOverflow {
      return .refused(.invalidProducerIdMapping)
    }
    let isCurrent = value.producer == producer
    let isRetry = isOverflow || value.producer.epoch == producer.epoch &+ 1
    switch value.state {
    case .ongoing: return isCurrent ? nil : .refused(.producerFenced)
    case .empty:
      if !isCurrent { return .refused(.producerFenced) }
      return isCommit ? .refused(.invalidTxnState) : nil
    case .prepareCommit, .prepareAbort:
      if !isRetry { return .refused(.producerFenced) }
      let isSame = isCommit == (value.state == .prepareCommit)
      return .refused(isSame ? .concurrentTransactions : .invalidTxnState)
    case .completeCommit, .completeAbort:
      if !isRetry && !isCurrent { return .refused(.producerFenced) }
      if isRetry {
        let isSame = isCommit == (value.state == .completeCommit)
        return isSame ? .unchanged : .refused(.invalidTxnState)
      }
      return isCommit ? .refused(.invalidTxnState) : nil
    case .dead, .prepareEpochFence: return .refused(.invalidTxnState)
    }
  }
}
