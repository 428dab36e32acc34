/// Ends a transaction.
public struct EndTxnRequest: Hashable, Sendable {
  public var transactionalId: TransactionalId
  public var producer: Producer
  /// True: commit, false: abort.
  public var committed: Bool

  public init(transactionalId: TransactionalId, producer: Producer, committed: Bool) {
    self.transactionalId = transactionalId
    self.producer = producer
    self.committed = committed
  }
}

/// Whether the decision is written; the markers are not yet.
public struct EndTxnResponse: Hashable, Sendable {
  public var throttleTimeMs: Int32
  public var errorCode: ErrorCode
  /// v5+: who the producer is from now on (KIP-890).
  public var producer: Producer

  public init(
    throttleTimeMs: Int32 = 0, errorCode: ErrorCode = .none, producer: Producer = .none
  ) {
    self.throttleTimeMs = throttleTimeMs
    self.errorCode = errorCode
    self.producer = producer
  }
}
