import KafkaModel

/// The requests, each of one transactional id.
extension TransactionCoordinator {
  /// What no broker answers otherwise, be it the coordinator or not; nil for a request that makes
  /// sense.
  func senseless(_ request: Request) -> ErrorCode? {
    switch request {
    case .initProducerId(let body): senseless(body)
    case .addPartitionsToTxn(let body): body.transactionalId.isEmpty ? .invalidRequest : nil
    case .addOffsetsToTxn(let body): body.transactionalId.isEmpty ? .invalidRequest : nil
    case .endTxn(let body): body.transactionalId.isEmpty ? .invalidRequest : nil
    default: nil
    }
  }

  private func senseless(_ body: InitProducerIdRequest) -> ErrorCode? {
    if (body.producer.id == -1) != (body.producer.epoch == -1) { return .invalidRequest }
    guard let id = body.transactionalId else { return nil }
    if id.isEmpty { return .invalidRequest }
    let isPossible =
      body.transactionTimeoutMs > 0 && body.transactionTimeoutMs <= config.transactionMaxTimeoutMs
    return isPossible ? nil : .invalidTransactionTimeout
  }

  mutating func initialize(
    _ body: InitProducerIdRequest, _ request: Request, _ context: RequestContext,
    _ turn: inout TransactionTurn
  ) {
    guard let id = body.transactionalId else { return }
    let transaction =
      transactions[id]
      ?? Transaction(
        id: id, producerId: producerIds.make(), timeoutMs: body.transactionTimeoutMs,
        nowMs: turn.nowMs)
    transactions[id] = transaction
    let verdict = transaction.initialized(
      timeoutMs: body.transactionTimeoutMs,
      expected: body.producer == .none ? nil : body.producer, nowMs: turn.nowMs, &producerIds)
    switch verdict {
    case .refused(let error): answer(request, context, error, &turn)
    case .changed(let transition):
      write(transition, of: id, .initialized(context.token), &turn)
    case .fenceFirst: fence(id, .initialized, .fencedFor(context.token), &turn)
    case .unchanged: break
    }
  }

  mutating func add(
    _ partitions: [TopicPartition], of id: TransactionalId, _ producer: Producer,
    _ request: Request, _ context: RequestContext, _ turn: inout TransactionTurn
  ) {
    guard let transaction = transactions[id] else {
      return answer(request, context, .invalidProducerIdMapping, &turn)
    }
    let isOfLeader = request.apiKey == .addPartitionsToTxn && context.apiVersion > 3
    let verdict = transaction.added(
      partitions, by: producer, version: isOfLeader ? .two : .zero, nowMs: turn.nowMs)
    switch verdict {
    case .refused(let error): answer(request, context, error, &turn)
    case .unchanged: answer(request, context, .none, &turn)
    case .changed(let transition):
      let new = partitions.filter { !transaction.value.partitions.contains($0) }
      write(transition, of: id, .added(context.token, request, new), &turn)
    case .fenceFirst: break
    }
  }

  mutating func verify(
    _ body: AddPartitionsToTxnRequest, _ context: RequestContext,
    _ turn: inout TransactionTurn
  ) {
    let transaction = transactions[body.transactionalId]
    let answer = AddPartitionsToTxnResponse(to: body) { partition in
      transaction?.verified(partition, of: body.producer) ?? .invalidProducerIdMapping
    }
    turn.reply(context.token, .addPartitionsToTxn(answer))
  }

  mutating func end(
    _ body: EndTxnRequest, _ request: Request, _ context: RequestContext,
    _ turn: inout TransactionTurn
  ) {
    let id = body.transactionalId
    guard let transaction = transactions[id] else {
      return answer(request, context, .invalidProducerIdMapping, &turn)
    }
    let verdict = transaction.ended(
      isCommit: body.committed, by: body.producer,
      version: context.apiVersion >= 5 ? .two : .zero, nowMs: turn.nowMs, &producerIds)
    switch verdict {
    case .refused(let error): answer(request, context, error, &turn)
    case .unchanged:
      let answer = EndTxnResponse(producer: transaction.value.producer)
      turn.reply(context.token, .endTxn(answer))
    case .changed(let transition): write(transition, of: id, .decided(context.token), &turn)
    case .fenceFirst: break
    }
  }

  /// In the word that the version knows for the error; `none` is success.
  func answer(
    _ request: Request, _ context: RequestContext, _ error: ErrorCode,
    _ turn: inout TransactionTurn
  ) {
    let firstWithFenced: Int16 = request.apiKey == .initProducerId ? 4 : 2
    let isTooOld = error == .producerFenced && context.apiVersion < firstWithFenced
    let told = isTooOld ? ErrorCode.invalidProducerEpoch : error
    guard let response = Response(refusing: request, told) else {
      preconditionFailure("\(request.apiKey) is not a transaction coordinator's")
    }
    turn.reply(context.token, response)
  }
}
