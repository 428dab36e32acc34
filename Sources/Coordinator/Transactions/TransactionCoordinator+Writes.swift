import KafkaModel

/// Records on their way to `__transaction_state`, and what follows when they are there.
extension TransactionCoordinator {
  mutating func write(
    _ transition: TransactionTransition, of id: TransactionalId,
    _ continuation: TransactionWrite.Continuation, _ turn: inout TransactionTurn
  ) {
    transactions[id]?.pending = transition.value.state
    turn.writes.append(
      TransactionWrite(id: id, transition: transition, continuation: continuation))
  }

  /// Numbers the writes of a turn, sees to the timers and hands everything out.
  mutating func finish(_ turn: consuming TransactionTurn) -> TransactionOutcome {
    for write in turn.writes {
      let id = AppendId(nextAppendId)
      nextAppendId += 1
      writes[id] = write
      let record = TransactionRecord(
        transactionalId: write.id, value: write.transition?.value)
      turn.outcome.appends.append(TransactionAppend(id: id, record: record))
    }
    return turn.outcome
  }

  mutating func confirm(
    _ write: TransactionWrite, error: ErrorCode, _ turn: inout TransactionTurn
  ) {
    guard error == .none else { return failed(write, error, &turn) }
    let before = transactions[write.id]?.value.state ?? .empty
    replay(TransactionRecord(transactionalId: write.id, value: write.transition?.value))
    transactions[write.id]?.pending = nil
    guard let transition = write.transition else { return turn.tell(write.id, .idExpired) }
    transactions[write.id]?.lastProducerEpoch = transition.lastProducerEpoch
    let value = transition.value
    if before != value.state {
      turn.tell(write.id, .stateChanged(from: before, to: value.state, value.producer))
    }
    follow(write, value, &turn)
    setScans(&turn)
  }

  private mutating func follow(
    _ write: TransactionWrite, _ value: TransactionLogValue, _ turn: inout TransactionTurn
  ) {
    switch write.continuation {
    case .initialized(let token):
      turn.tell(write.id, .producerInitialized(value.producer))
      turn.reply(
        token, .initProducerId(InitProducerIdResponse(producer: value.producer)))
    case .added(let token, let request, let new):
      turn.tell(write.id, .partitionsAdded(new))
      Response(refusing: request, .none).map { turn.reply(token, $0) }
    case .decided(let token):
      // The producer hears of it before any marker is written.
      let completion = transactions[write.id]?.completed(nowMs: turn.nowMs)
      let producer = completion?.producer ?? value.producer
      if let token { turn.reply(token, .endTxn(EndTxnResponse(producer: producer))) }
      orderMarkers(of: write.id, &turn)
    case .fencedFor(let token):
      let answer = InitProducerIdResponse(errorCode: .concurrentTransactions)
      turn.reply(token, .initProducerId(answer))
      orderMarkers(of: write.id, &turn)
    case .completed, .expired: break
    }
  }

  private mutating func failed(
    _ write: TransactionWrite, _ error: ErrorCode, _ turn: inout TransactionTurn
  ) {
    transactions[write.id]?.pending = nil
    switch write.continuation {
    case .initialized(let token), .fencedFor(let token):
      turn.reply(token, .initProducerId(InitProducerIdResponse(errorCode: error)))
    case .added(let token, let request, _):
      Response(refusing: request, error).map { turn.reply(token, $0) }
    case .decided(let token):
      if let token { turn.reply(token, .endTxn(EndTxnResponse(errorCode: error))) }
    case .completed:
      // The markers are written: it is tried until it works, or until another one takes over.
      if let transition = write.transition {
        self.write(transition, of: write.id, .completed, &turn)
      }
    case .expired: break
    }
    setScans(&turn)
  }

  /// Everybody who waits hears NOT_COORDINATOR, then all is forgotten.
  mutating func forgetEverything(_ turn: inout TransactionTurn) {
    for write in writes.values {
      switch write.continuation {
      case .initialized(let token), .fencedFor(let token):
        let answer = InitProducerIdResponse(errorCode: .notCoordinator)
        turn.reply(token, .initProducerId(answer))
      case .added(let token, let request, _):
        Response(refusing: request, .notCoordinator).map { turn.reply(token, $0) }
      case .decided(let token?):
        turn.reply(token, .endTxn(EndTxnResponse(errorCode: .notCoordinator)))
      case .decided(nil), .completed, .expired: break
      }
    }
    writes.removeAll()
    transactions.removeAll()
    scansDueMs.removeAll()
  }
}
