import KafkaModel

/// What the coordinator does by itself, at fixed intervals.
extension TransactionCoordinator {
  /// A scan is only set where it could find something: otherwise an idle broker would never rest.
  mutating func setScans(_ turn: inout TransactionTurn) {
    for scan in TransactionTimer.Scan.allCases where scansDueMs[scan] == nil {
      guard transactions.values.contains(where: { isWatched($0, by: scan) }) else { continue }
      let intervalMs = interval(of: scan)
      let passed = max(0, turn.nowMs - scansSinceMs) / intervalMs
      let dueMs = scansSinceMs + (passed + 1) * intervalMs
      scansDueMs[scan] = dueMs
      turn.outcome.timers.append(TransactionTimer(scan: scan, atMs: dueMs))
    }
  }

  private func isWatched(_ transaction: Transaction, by scan: TransactionTimer.Scan) -> Bool {
    switch scan {
    case .timedOut: transaction.value.state == .ongoing
    case .expired: transaction.isWritten
    }
  }

  private func interval(of scan: TransactionTimer.Scan) -> Int64 {
    switch scan {
    case .timedOut: max(1, config.transactionAbortIntervalMs)
    case .expired: max(1, config.transactionalIdExpirationIntervalMs)
    }
  }

  /// When an open transaction is aborted if nobody ends it: at the first scan after its timeout.
  public func abortMs(of transaction: Transaction) -> Int64 {
    let timeoutMs = transaction.value.startMs + Int64(transaction.value.timeoutMs)
    let intervalMs = interval(of: .timedOut)
    return scansSinceMs + (max(0, timeoutMs - scansSinceMs) / intervalMs + 1) * intervalMs
  }

  /// `abortTimedOutTransactions`: with the epoch, so that the producer is fenced.
  mutating func abortTimedOut(_ turn: inout TransactionTurn) {
    for transaction in transactions.values
    where transaction.value.state == .ongoing && transaction.pending == nil {
      let dueMs = transaction.value.startMs + Int64(transaction.value.timeoutMs)
      if dueMs < turn.nowMs { fence(transaction.id, .timedOut, .decided(nil), &turn) }
    }
    setScans(&turn)
  }

  mutating func fence(
    _ id: TransactionalId, _ reason: FencingReason,
    _ continuation: TransactionWrite.Continuation, _ turn: inout TransactionTurn
  ) {
    guard let transaction = transactions[id] else { return }
    turn.tell(id, .producerFenced(transaction.value.producer, reason))
    let transition = transaction.fenced(nowMs: turn.nowMs, &producerIds)
    write(transition, of: id, continuation, &turn)
  }

  /// `removeExpiredTransactionalIds`.
  mutating func expireIds(_ turn: inout TransactionTurn) {
    for transaction in transactions.values
    where transaction.isWritten && transaction.pending == nil
      && TransactionState.dead.follows(transaction.value.state)
    {
      let dueMs = transaction.value.lastUpdateMs + config.transactionalIdExpirationMs
      guard dueMs <= turn.nowMs else { continue }
      transactions[transaction.id]?.pending = .dead
      turn.writes.append(
        TransactionWrite(id: transaction.id, transition: nil, continuation: .expired))
    }
    setScans(&turn)
  }
}
