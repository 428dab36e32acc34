/// Asks how transactions are (KIP-664).
public struct DescribeTransactionsRequest: Hashable, Sendable {
  public var transactionalIds: [TransactionalId]

  public init(
    transactionalIds: [TransactionalId]
  ) {
    self.transactionalIds = transactionalIds
  }
}

/// How they are.
public struct DescribeTransactionsResponse: Hashable, Sendable {
  public var throttleTimeMs: Int32
  public var transactionStates: [DescribeTransactionsResponse.Transaction]

  public init(
    throttleTimeMs: Int32 = 0, transactionStates: [DescribeTransactionsResponse.Transaction] = []
  ) {
    self.throttleTimeMs = throttleTimeMs
    self.transactionStates = transactionStates
  }
}

extension DescribeTransactionsResponse {
  /// One transactional id.
  public struct Transaction: Hashable, Sendable {
    public var errorCode: ErrorCode
    public var transactionalId: TransactionalId
    public var transactionState: String
    public var transactionTimeoutMs: Int32
    public var transactionStartTimeMs: Int64
    public var producerId: Int64
    public var producerEpoch: Int16
    public var topics: [Topic]

    public init(
      errorCode: ErrorCode = .none, transactionalId: TransactionalId,
      transactionState: String = "", transactionTimeoutMs: Int32 = 0,
      transactionStartTimeMs: Int64 = 0, producerId: Int64 = 0, producerEpoch: Int16 = 0,
      topics: [Topic] = []
    ) {
      self.errorCode = errorCode
      self.transactionalId = transactionalId
      self.transactionState = transactionState
      self.transactionTimeoutMs = transactionTimeoutMs
      self.transactionStartTimeMs = transactionStartTimeMs
      self.producerId = producerId
      self.producerEpoch = producerEpoch
      self.topics = topics
    }
  }
}

extension DescribeTransactionsResponse {
  /// Where it writes.
  public struct Topic: Hashable, Sendable {
    public var name: TopicName
    public var partitions: [Int32]

    public init(
      name: TopicName, partitions: [Int32]
    ) {
      self.name = name
      self.partitions = partitions
    }
  }
}
