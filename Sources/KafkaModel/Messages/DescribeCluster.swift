/// Asks for the brokers (KIP-700).
public struct DescribeClusterRequest: Hashable, Sendable {
  public var includeClusterAuthorizedOperations: Bool
  public var endpointType: Int8
  public var includeFencedBrokers: Bool

  public init(
    includeClusterAuthorizedOperations: Bool = false, endpointType: Int8 = 1,
    includeFencedBrokers: Bool = false
  ) {
    self.includeClusterAuthorizedOperations = includeClusterAuthorizedOperations
    self.endpointType = endpointType
    self.includeFencedBrokers = includeFencedBrokers
  }
}

/// The brokers.
public struct DescribeClusterResponse: Hashable, Sendable {
  public var throttleTimeMs: Int32
  public var errorCode: ErrorCode
  public var errorMessage: String?
  public var endpointType: Int8
  public var clusterId: String
  public var controllerId: BrokerId
  public var brokers: [DescribeClusterResponse.Broker]
  public var clusterAuthorizedOperations: Int32

  public init(
    throttleTimeMs: Int32 = 0, errorCode: ErrorCode = .none, errorMessage: String? = nil,
    endpointType: Int8 = 1, clusterId: String = "", controllerId: BrokerId = .none,
    brokers: [DescribeClusterResponse.Broker] = [], clusterAuthorizedOperations: Int32 = Int32.min
  ) {
    self.throttleTimeMs = throttleTimeMs
    self.errorCode = errorCode
    self.errorMessage = errorMessage
    self.endpointType = endpointType
    self.clusterId = clusterId
    self.controllerId = controllerId
    self.brokers = brokers
    self.clusterAuthorizedOperations = clusterAuthorizedOperations
  }
}

extension DescribeClusterResponse {
  /// One broker.
  public struct Broker: Hashable, Sendable {
    public var brokerId: BrokerId
    public var host: String
    public var port: Int32
    public var rack: String?
    public var isFenced: Bool

    public init(
      brokerId: BrokerId, host: String, port: Int32, rack: String? = nil, isFenced: Bool = false
    ) {
      self.brokerId = brokerId
      self.host = host
      self.port = port
      self.rack = rack
      self.isFenced = isFenced
    }
  }
}
