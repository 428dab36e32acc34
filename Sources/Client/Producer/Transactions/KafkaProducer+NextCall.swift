import KafkaModel

/// Which request goes to a coordinator next (`TransactionManager.nextRequest`).
extension KafkaProducer {
  var isCalling: Bool {
    inFlight.contains { if case .call = $0.kind { true } else { false } }
  }

  mutating func callCoordinator() {
    guard !isCalling, retryMs <= nowMs, let call = nextCall else { return }
    send(call)
  }

  /// What is wanted, or the look-up that it needs first; nil = nothing.
  var nextCall: CoordinatorCall? {
    guard let wanted = wantedCall else { return nil }
    switch wanted {
    case .commitOffsets:
      return groupCoordinator?.groupId == offsets?.metadata.groupId ? wanted : .findGroupCoordinator
    case .initProducerId where !isTransactional: return wanted
    case .initProducerId, .addPartitions, .addOffsets, .endTransaction:
      return coordinator == nil ? .findCoordinator : wanted
    case .findCoordinator, .findGroupCoordinator: return wanted
    }
  }

  private var wantedCall: CoordinatorCall? {
    switch state {
    case .initializing: return .initProducerId
    case .inTransaction, .committingTransaction, .abortingTransaction: break
    case .uninitialized, .ready, .abortableError, .fatalError: return nil
    }
    if queues.contains(where: \.standing.mustBeAdded) { return .addPartitions }
    if let offsets { return offsets.isAdded ? .commitOffsets : .addOffsets }
    guard let ending, !hasRecords, hasStarted, !isForgotten else { return nil }
    return .endTransaction(commit: ending)
  }

  /// A transaction that the coordinator has not heard of, or has forgotten, needs no EndTxn.
  mutating func endWithoutRequest() {
    guard state == .committingTransaction || state == .abortingTransaction, wantedCall == nil,
      !hasRecords
    else { return }
    transactionEnded()
  }

  mutating func transactionEnded() {
    offsets = nil
    hasStarted = false
    isForgotten = false
    let action = step(needsEpoch ? .epochUsedUp : .transactionEnded)
    if action == .tellReady { tellReady() }
  }

  /// READY: the transaction that was being ended has.
  mutating func tellReady() {
    guard let ended = ending else { return }
    ending = nil
    notes.append(ended ? .committed : .aborted)
  }

  /// Nothing is sent any more that was not sent yet; what the coordinator or a leader may know of
  /// is seen through.
  mutating func giveUnsentUp(_ error: ErrorCode) {
    for index in queues.indices {
      let count = queues[index].dropUnsent()
      if count > 0 { notes.append(.notWritten(queues[index].partition, count: count, error)) }
      if queues[index].standing == .wanted { queues[index].standing = .unknown }
    }
    if let call = offsets, call.isAdded || !call.wasAsked { offsets = nil }
  }
}
