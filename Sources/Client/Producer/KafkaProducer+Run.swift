import KafkaModel

/// All that is due, whatever has happened (`Sender.runOnce`).
extension KafkaProducer {
  mutating func run() {
    expireRequests()
    expireBatches()
    if isClosing { closeIfOver() }
    if isClosed { return }
    endWithoutRequest()
    callCoordinator()
    produce()
    askMetadataIfDue()
  }

  /// close() aborts what is open; without transactions it waits for what was sent.
  private mutating func closeIfOver() {
    if state == .inTransaction || state == .abortableError { end(commit: false) }
    switch state {
    case .committingTransaction, .abortingTransaction: return
    case .initializing where ending != nil: return
    case .uninitialized, .initializing, .ready, .inTransaction, .abortableError, .fatalError: break
    }
    if !isTransactional && state != .fatalError && hasRecords { return }
    isClosed = true
    inFlight = []
    notes.append(.closed)
  }

  /// The earliest deadline of all; nil = nothing is due.
  var nextWakeMs: Int64? {
    if isClosed { return nil }
    var earliest = Timers.never
    for request in inFlight { earliest = min(earliest, request.timeoutAtMs) }
    if state != .fatalError {
      if nextCall != nil && !isCalling { earliest = min(earliest, retryMs) }
      for queue in queues {
        earliest = min(earliest, queue.expiryMs ?? Timers.never)
        // One that is due waits for its leader's answer to the one before.
        if let batch = queue.batch, !batch.isInFlight, batch.retryMs > nowMs, mayProduce(queue) {
          earliest = min(earliest, batch.retryMs)
        }
      }
      if wantsMetadata && !isAskingMetadata { earliest = min(earliest, metadataMs) }
    }
    return earliest == Timers.never ? nil : earliest
  }
}
