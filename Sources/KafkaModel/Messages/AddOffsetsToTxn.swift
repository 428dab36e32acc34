/// Says that a transaction is going to commit offsets of a group: the group's partition of
/// `__consumer_offsets` is added to it.
public struct AddOffsetsToTxnRequest: Hashable, Sendable {
  public var transactionalId: TransactionalId
  public var producer: Producer
  public var groupId: GroupId

  public init(transactionalId: TransactionalId, producer: Producer, groupId: GroupId) {
    self.transactionalId = transactionalId
    self.producer = producer
    self.groupId = groupId
  }
}

/// Whether it was added.
public struct AddOffsetsToTxnResponse: Hashable, Sendable {
  public var throttleTimeMs: Int32
  public var errorCode: ErrorCode

  public init(throttleTimeMs: Int32 = 0, errorCode: ErrorCode = .none) {
    self.throttleTimeMs = throttleTimeMs
    self.errorCode = errorCode
  }
}
