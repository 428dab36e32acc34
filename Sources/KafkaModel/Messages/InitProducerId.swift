/// Asks for a producer id; with a transactional id it fences whoever had that before.
public struct InitProducerIdRequest: Hashable, Sendable {
  /// nil: only idempotent.
  public var transactionalId: TransactionalId?
  /// The longest a transaction may take.
  public var transactionTimeoutMs: Int32
  /// v3+: what the producer has, so that it can go on after an error (KIP-360); none = new.
  public var producer: Producer

  public init(
    transactionalId: TransactionalId?, transactionTimeoutMs: Int32, producer: Producer = .none
  ) {
    self.transactionalId = transactionalId
    self.transactionTimeoutMs = transactionTimeoutMs
    self.producer = producer
  }
}

/// The producer id and its epoch.
public struct InitProducerIdResponse: Hashable, Sendable {
  public var throttleTimeMs: Int32
  public var errorCode: ErrorCode
  public var producer: Producer

  public init(
    throttleTimeMs: Int32 = 0, errorCode: ErrorCode = .none, producer: Producer = .none
  ) {
    self.throttleTimeMs = throttleTimeMs
    self.errorCode = errorCode
    self.producer = producer
  }
}
