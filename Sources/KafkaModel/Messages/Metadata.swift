/// Topics, their partitions and leaders; no topics = all of them.
public struct MetadataRequest: Hashable, Sendable {
  public var asked: [Topic]?
  /// v4+.
  public var allowAutoTopicCreation: Bool
  /// v8–10.
  public var includeClusterAuthorizedOperations: Bool
  /// v8+.
  public var includeTopicAuthorizedOperations: Bool

  public init(
    topics: [TopicName]? = nil, allowAutoTopicCreation: Bool = false,
    includeClusterAuthorizedOperations: Bool = false,
    includeTopicAuthorizedOperations: Bool = false
  ) {
    asked = topics.map { names in names.map { Topic(name: $0) } }
    self.allowAutoTopicCreation = allowAutoTopicCreation
    self.includeClusterAuthorizedOperations = includeClusterAuthorizedOperations
    self.includeTopicAuthorizedOperations = includeTopicAuthorizedOperations
  }
}

extension MetadataRequest {
  /// Named by its name or, since v12, by its id.
  public struct Topic: Hashable, Sendable {
    /// nil, v10+: by id.
    public var name: TopicName?
    /// v10+.
    public var topicId: Uuid

    public init(name: TopicName?, topicId: Uuid = .zero) {
      self.name = name
      self.topicId = topicId
    }
  }

  /// Those that are asked for by name; nil = all topics.
  public var topics: [TopicName]? { asked?.compactMap(\.name) }
}

/// The cluster as the broker knows it.
public struct MetadataResponse: Hashable, Sendable {
  public var throttleTimeMs: Int32
  public var brokers: [MetadataResponse.Broker]
  public var clusterId: String?
  public var controllerId: BrokerId
  public var topics: [MetadataResponse.Topic]
  /// v8–10: a set of bits; `Int32.min` = not asked for.
  public var clusterAuthorizedOperations: Int32
  /// v13+.
  public var errorCode: ErrorCode

  public init(
    throttleTimeMs: Int32 = 0, brokers: [MetadataResponse.Broker] = [], clusterId: String? = nil,
    controllerId: BrokerId = .none, topics: [MetadataResponse.Topic] = [],
    clusterAuthorizedOperations: Int32 = Int32.min, errorCode: ErrorCode = .none
  ) {
    self.throttleTimeMs = throttleTimeMs
    self.brokers = brokers
    self.clusterId = clusterId
    self.controllerId = controllerId
    self.topics = topics
    self.clusterAuthorizedOperations = clusterAuthorizedOperations
    self.errorCode = errorCode
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
    /// v10+.
    public var topicId: Uuid
    /// v8+: a set of bits; `Int32.min` = not asked for.
    public var authorizedOperations: Int32

    public init(
      errorCode: ErrorCode = .none, name: TopicName, isInternal: Bool = false,
      partitions: [Partition] = [], topicId: Uuid = .zero,
      authorizedOperations: Int32 = Int32.min
    ) {
      self.errorCode = errorCode
      self.name = name
      self.isInternal = isInternal
      self.partitions = partitions
      self.topicId = topicId
      self.authorizedOperations = authorizedOperations
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
