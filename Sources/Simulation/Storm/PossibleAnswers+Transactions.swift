import Coordinator
import KafkaModel

/// Which answers Kafka's transaction coordinator can give to which request.
extension PossibleAnswers {
  /// Errors of a request, whatever state its transactional id is in.
  static func errors(of request: Request, version: Int16) -> [ErrorCode] {
    let always: [ErrorCode] = [
      .none, .coordinatorLoadInProgress, .notCoordinator, .coordinatorNotAvailable,
      .unknownServerError, .invalidRequest, .concurrentTransactions,
      fenced(request.apiKey, version),
    ]
    switch request {
    case .initProducerId: return always + [.invalidTransactionTimeout]
    case .addPartitionsToTxn(let request):
      return always + [.invalidProducerIdMapping]
        + (request.verifyOnly ? [.transactionAbortable] : [])
    case .addOffsetsToTxn: return always + [.invalidProducerIdMapping]
    case .endTxn: return always + [.invalidProducerIdMapping, .invalidTxnState]
    default: return []
    }
  }

  /// What has to be answered at once; nil where the answer waits for a write, or where more decides
  /// than is looked at here.
  ///
  /// - Parameter moved: what a coordinator that is not active says.
  static func error(
    of request: Request, version: Int16, _ coordinator: TransactionCoordinator, moved: ErrorCode?
  ) -> ErrorCode? {
    if let error = senseless(request, coordinator.config) { return error }
    switch request {
    case .initProducerId(let body):
      guard let id = body.transactionalId else { return ErrorCode.none }
      if let moved { return moved }
      return coordinator.transaction(id)?.pending == nil ? nil : .concurrentTransactions
    case .addPartitionsToTxn(let body):
      return moved ?? error(of: body, version, coordinator.transaction(body.transactionalId))
    case .addOffsetsToTxn(let body):
      let transaction = coordinator.transaction(body.transactionalId)
      return moved ?? writing(request.apiKey, version, body.producer, transaction)
    case .endTxn(let body):
      return moved ?? error(of: body, version, coordinator.transaction(body.transactionalId))
    default: return nil
    }
  }

  /// Older versions do not know PRODUCER_FENCED.
  private static func fenced(_ api: ApiKey, _ version: Int16) -> ErrorCode {
    version < (api == .initProducerId ? 4 : 2) ? .invalidProducerEpoch : .producerFenced
  }

  /// Refused by any broker, be it the coordinator or not.
  private static func senseless(_ request: Request, _ config: CoordinatorConfig) -> ErrorCode? {
    switch request {
    case .initProducerId(let body):
      if (body.producer.id == -1) != (body.producer.epoch == -1) { return .invalidRequest }
      guard let id = body.transactionalId else { return nil }
      if id.isEmpty { return .invalidRequest }
      let isPossible = (1...config.transactionMaxTimeoutMs).contains(body.transactionTimeoutMs)
      return isPossible ? nil : .invalidTransactionTimeout
    case .addPartitionsToTxn(let body): return body.transactionalId.isEmpty ? .invalidRequest : nil
    case .addOffsetsToTxn(let body): return body.transactionalId.isEmpty ? .invalidRequest : nil
    case .endTxn(let body): return body.transactionalId.isEmpty ? .invalidRequest : nil
    default: return nil
    }
  }

  private static func error(
    of body: AddPartitionsToTxnRequest, _ version: Int16, _ transaction: Transaction?
  ) -> ErrorCode? {
    let api = ApiKey.addPartitionsToTxn
    guard body.verifyOnly else {
      if let error = writing(api, version, body.producer, transaction) { return error }
      let isAdded =
        transaction?.value.state == .ongoing
        && body.partitions.allSatisfy { transaction?.value.partitions.contains($0) ?? false }
      return isAdded ? ErrorCode.none : nil
    }
    guard let value = transaction?.value, value.producer.id == body.producer.id else {
      return .invalidProducerIdMapping
    }
    if value.producer != body.producer { return fenced(api, version) }
    if isDecided(value) { return .concurrentTransactions }
    // Of several partitions each has its own.
    guard body.partitions.count == 1 else { return nil }
    return value.partitions.contains(body.partitions[0]) ? ErrorCode.none : .transactionAbortable
  }

  /// Why a producer may add nothing.
  private static func writing(
    _ api: ApiKey, _ version: Int16, _ producer: Producer, _ transaction: Transaction?
  ) -> ErrorCode? {
    guard let transaction else { return .invalidProducerIdMapping }
    if transaction.pending != nil { return .concurrentTransactions }
    if transaction.value.producer.id != producer.id { return .invalidProducerIdMapping }
    if transaction.value.producer != producer { return fenced(api, version) }
    // No epoch was given out yet, so that there is no such producer
    // (`TransactionMetadata.prepareTransitionTo`: "Illegal new producer epoch").
    if producer.epoch < 0 { return .unknownServerError }
    return isDecided(transaction.value) ? .concurrentTransactions : nil
  }

  private static func error(
    of body: EndTxnRequest, _ version: Int16, _ transaction: Transaction?
  ) -> ErrorCode? {
    guard let transaction else { return .invalidProducerIdMapping }
    if transaction.pending != nil { return .concurrentTransactions }
    let value = transaction.value
    // The answer that told of the new id was lost.
    let isOverflow =
      version >= 5 && value.producer.epoch == 0
      && body.producer == Producer(id: value.previousProducerId, epoch: .max - 1)
    if value.producer.id != body.producer.id && !isOverflow { return .invalidProducerIdMapping }
    let isRetry = version >= 5 && (isOverflow || body.producer.bumped == value.producer)
    return ended(body, value, isRetry: isRetry, version)
  }

  /// With version 5 the epoch tells a repeated end from the next one, which may abort a transaction
  /// without partitions.
  private static func ended(
    _ body: EndTxnRequest, _ value: TransactionLogValue, isRetry: Bool, _ version: Int16
  ) -> ErrorCode? {
    let isCurrent = body.producer == value.producer
    let isComplete = value.state == .completeCommit || value.state == .completeAbort
    if !isCurrent && !(isRetry && isComplete) { return fenced(.endTxn, version) }
    if value.state == .ongoing { return nil }
    let repeats = isComplete && body.committed == (value.state == .completeCommit)
    if version < 5 || isRetry { return repeats ? ErrorCode.none : .invalidTxnState }
    return body.committed ? .invalidTxnState : nil
  }

  private static func isDecided(_ value: TransactionLogValue) -> Bool {
    value.state == .prepareCommit || value.state == .prepareAbort
  }
}
