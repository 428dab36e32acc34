/// Asks which transactional ids a broker knows (KIP-664).
public struct ListTransactionsRequest: Hashable, Sendable {
  public var stateFilters: [String]
  public var producerIdFilters: [Int64]
  /// v1+.
  public var durationFilter: Int64
  /// v2+: a regular expression for whole ids.
  public var transactionalIdPattern: String?

  public init(
    stateFilters: [String] = [], producerIdFilters: [Int64] = [], durationFilter: Int64 = -1,
    transactionalIdPattern: String? = nil
  ) {
    self.stateFilters = stateFilters
    self.producerIdFilters = producerIdFilters
    self.durationFilter = durationFilter
    self.transactionalIdPattern = transactionalIdPattern
  }
}

/// The ids of the broker that was asked, of no other.
public struct ListTransactionsResponse: Hashable, Sendable {
  public var throttleTimeMs: Int32
  public var errorCode: ErrorCode
  public var unknownStateFilters: [String]
  public var transactionStates: [ListTransactionsResponse.Transaction]

  public init(
    throttleTimeMs: Int32 = 0, errorCode: ErrorCode = .none, unknownStateFilters: [String] = [],
    transactionStates: [ListTransactionsResponse.Transaction] = []
  ) {
    self.throttleTimeMs = throttleTimeMs
    self.errorCode = errorCode
    self.unknownStateFilters = unknownStateFilters
    self.transactionStates = transactionStates
  }
}

extension ListTransactionsResponse {
  /// One transactional id.
  public struct Transaction: Hashable, Sendable {
    public var transactionalId: TransactionalId
    public var producerId: Int64
    public var transactionState: String

    public init(
      transactionalId: TransactionalId, producerId: Int64, transactionState: String
    ) {
      self.transactionalId = transactionalId
      self.producerId = producerId
      self.transactionState = transactionState
    }
  }
}
