/// Which broker coordinates a group; below v4 of exactly one key.
public struct FindCoordinatorRequest: Hashable, Sendable {
  /// 0 group, 1 transactional id.
  public var keyType: Int8
  public var coordinatorKeys: [String]

  public init(
    keyType: Int8 = 0, coordinatorKeys: [String]
  ) {
    self.keyType = keyType
    self.coordinatorKeys = coordinatorKeys
  }
}

/// The brokers.
public struct FindCoordinatorResponse: Hashable, Sendable {
  public var throttleTimeMs: Int32
  public var coordinators: [FindCoordinatorResponse.Coordinator]

  public init(
    throttleTimeMs: Int32 = 0, coordinators: [FindCoordinatorResponse.Coordinator] = []
  ) {
    self.throttleTimeMs = throttleTimeMs
    self.coordinators = coordinators
  }
}

extension FindCoordinatorResponse {
  /// One answer.
  public struct Coordinator: Hashable, Sendable {
    /// v4+.
    public var key: String
    public var nodeId: BrokerId
    public var host: String
    public var port: Int32
    public var errorCode: ErrorCode
    public var errorMessage: String?

    public init(
      key: String = "", nodeId: BrokerId = .none, host: String = "", port: Int32 = -1,
      errorCode: ErrorCode = .none, errorMessage: String? = nil
    ) {
      self.key = key
      self.nodeId = nodeId
      self.host = host
      self.port = port
      self.errorCode = errorCode
      self.errorMessage = errorMessage
    }
  }
}
