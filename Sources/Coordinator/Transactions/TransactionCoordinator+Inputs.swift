import KafkaModel

extension TransactionCoordinator {
  /// A request of a client. Its answer may be among the replies, or come with a later outcome.
  ///
  /// Only the coordinator's own APIs may be passed: InitProducerId, AddPartitionsToTxn,
  /// AddOffsetsToTxn, EndTxn. A partition's leader asks with AddPartitionsToTxn v4 or v5 whether a
  /// partition was added (`verifyOnly`), or adds it (KIP-890).
  public mutating func handle(
    _ request: Request, _ context: RequestContext, nowMs: Int64
  ) -> TransactionOutcome {
    var turn = TransactionTurn(nowMs: nowMs)
    // Before it is asked who is the coordinator.
    if let error = senseless(request) {
      answer(request, context, error, &turn)
      return turn.outcome
    }
    if case .initProducerId(let request) = request, request.transactionalId == nil {
      let producer = Producer(id: producerIds.make(), epoch: 0)
      turn.reply(context.token, .initProducerId(InitProducerIdResponse(producer: producer)))
      return turn.outcome
    }
    guard service == .active else {
      let error: ErrorCode = service == .loading ? .coordinatorLoadInProgress : .notCoordinator
      answer(request, context, error, &turn)
      return turn.outcome
    }
    switch request {
    case .initProducerId(let body): initialize(body, request, context, &turn)
    case .addPartitionsToTxn(let body) where body.verifyOnly: verify(body, context, &turn)
    case .addPartitionsToTxn(let body):
      add(body.partitions, of: body.transactionalId, body.producer, request, context, &turn)
    case .addOffsetsToTxn(let body):
      let place = body.groupId.offsetsPartition(of: config.offsetsTopicPartitions)
      add(
        [TopicPartition(TopicName.consumerOffsets, place)], of: body.transactionalId,
        body.producer, request, context, &turn)
    case .endTxn(let body): end(body, request, context, &turn)
    default: preconditionFailure("\(request.apiKey) is not a transaction coordinator's")
    }
    return finish(turn)
  }

  /// A scan is due. One that was not set does nothing.
  public mutating func fire(_ timer: TransactionTimer, nowMs: Int64) -> TransactionOutcome {
    var turn = TransactionTurn(nowMs: nowMs)
    guard service == .active, scansDueMs[timer.scan] == timer.atMs, nowMs >= timer.atMs else {
      return turn.outcome
    }
    scansDueMs[timer.scan] = nil
    switch timer.scan {
    case .timedOut: abortTimedOut(&turn)
    case .expired: expireIds(&turn)
    }
    return finish(turn)
  }

  /// A record was written, or could not be (`error` is not `none`). Unknown ids do nothing.
  public mutating func appendConfirmed(
    _ id: AppendId, error: ErrorCode = .none, nowMs: Int64
  ) -> TransactionOutcome {
    guard let write = writes.removeValue(forKey: id) else { return TransactionOutcome() }
    var turn = TransactionTurn(nowMs: nowMs)
    confirm(write, error: error.afterAppend, &turn)
    return finish(turn)
  }

  /// A marker of an order is in its partition. One that nobody waits for does nothing.
  public mutating func markerWritten(
    _ order: MarkerOrder, in partition: TopicPartition, nowMs: Int64
  ) -> TransactionOutcome {
    var turn = TransactionTurn(nowMs: nowMs)
    // After a takeover the new coordinator orders them again, under its own epoch; and one of a
    // former transaction that is told once more is not this one's.
    guard order.marker.coordinatorEpoch == coordinatorEpoch,
      transactions[order.transactionalId]?.orderNumber == order.number,
      let place = transactions[order.transactionalId]?.markersLeft.firstIndex(of: partition)
    else { return turn.outcome }
    transactions[order.transactionalId]?.markersLeft.remove(at: place)
    turn.tell(
      order.transactionalId, .markerWritten(partition, isCommit: order.marker.isCommit))
    completeIfMarked(order.transactionalId, &turn)
    return finish(turn)
  }

  /// Applies a record to the hard state; the only thing that changes it.
  public mutating func replay(_ record: TransactionRecord) {
    let id = record.transactionalId
    guard let value = record.value else {
      transactions[id] = nil
      return
    }
    if transactions[id] == nil { transactions[id] = Transaction(id: id, written: value) }
    transactions[id]?.replay(value)
    producerIds.skip(max(value.producer.id, value.nextProducerId))
  }

  /// This broker becomes the coordinator, but has still to read the log: requests are answered
  /// COORDINATOR_LOAD_IN_PROGRESS until `load`.
  public mutating func startLoading(nowMs: Int64) -> TransactionOutcome {
    let outcome = unload(nowMs: nowMs)
    service = .loading
    return outcome
  }

  /// This broker has read the log and takes over: transactions that were decided get their
  /// markers (again), open ones stay open.
  public mutating func load(
    _ records: [TransactionRecord], nowMs: Int64
  ) -> TransactionOutcome {
    var turn = TransactionTurn(nowMs: nowMs)
    forgetEverything(&turn)
    for record in records { replay(record) }
    coordinatorEpoch += 1
    scansSinceMs = nowMs
    service = .active
    for id in transactions.keys { orderMarkers(of: id, &turn) }
    setScans(&turn)
    return finish(turn)
  }

  /// Another broker takes over: who waits is answered NOT_COORDINATOR, and so is everything that
  /// comes until the next `load`.
  public mutating func unload(nowMs: Int64) -> TransactionOutcome {
    var turn = TransactionTurn(nowMs: nowMs)
    forgetEverything(&turn)
    service = .unloaded
    return turn.outcome
  }
}
