/// Topics, their partitions and leaders; no topics = all of them.
public struct MetadataRequest: Hashable, Sendable {
  public var topics: [TopicName]?
  /// v4+.
  public var allowAutoTopicCreation: Bool

  public init(
    topics: [TopicName]? = nil, allowAutoTopicCreation: Bool = false
  ) {
    self.topics = topics
    self.allowAutoTopicCreation = allowAutoTopicCreation
  }
}

/// The cluster as the broker knows it.
public struct MetadataResponse: Hashable, Sendable {
  public var throttleTimeMs: Int32
  public var brokers: [MetadataResponse.Broker]
  public var clusterId: String?
  public var controllerId: BrokerId
  public var topics: [MetadataResponse.Topic]

  public init(
    throttleTimeMs: Int32 = 0, brokers: [MetadataResponse.Broker] = [], clusterId: String? = nil,
    controllerId: BrokerId = .none, topics: [MetadataResponse.Topic] = []
  ) {
    self.throttleTimeMs = throttleTimeMs
    self.brokers = brokers
    self.clusterId = clusterId
    self.controllerId = controllerId
    self.topics = topics
  }
}

extension MetadataResponse {
  /// One broker.
  public struct Broker: Hashable, Sendable {
    public var nodeId: BrokerId
    public var host: String
    public var port: Int32
    public var rack: String?

    public init(
      nodeId: BrokerId, host: String, port: Int32, rack: String? = nil
    ) {
      self.nodeId = nodeId
      self.host = host
      self.port = port
      self.rack = rack
    }
  }

  /// One topic.
  public struct Topic: Hashable, Sendable {
    public var errorCode: ErrorCode
    public var name: TopicName
    public var isInternal: Bool
    public var partitions: [Partition]

    public init(
      errorCode: ErrorCode = .none, name: TopicName, isInternal: Bool = false,
      partitions: [Partition] = []
    ) {
      self.errorCode = errorCode
      self.name = name
      self.isInternal = isInternal
      self.partitions = partitions
    }
  }

  /// One partition.
  public struct Partition: Hashable, Sendable {
    public var errorCode: ErrorCode
    public var partitionIndex: Int32
    public var leaderId: BrokerId
    /// v7+.
    public var leaderEpoch: Int32
    public var replicaNodes: [BrokerId]
    public var isrNodes: [BrokerId]
    /// v5+.
    public var offlineReplicas: [BrokerId]

    public init(
      errorCode: ErrorCode = .none, partitionIndex: Int32, leaderId: BrokerId = .none,
      leaderEpoch: Int32 = -1, replicaNodes: [BrokerId] = [], isrNodes: [BrokerId] = [],
      offlineReplicas: [BrokerId] = []
    ) {
      self.errorCode = errorCode
      self.partitionIndex = partitionIndex
      self.leaderId = leaderId
      self.leaderEpoch = leaderEpoch
      self.replicaNodes = replicaNodes
      self.isrNodes = isrNodes
      self.offlineReplicas = offlineReplicas
    }
  }
}
