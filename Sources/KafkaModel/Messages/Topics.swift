/// Makes topics.
public struct CreateTopicsRequest: Hashable, Sendable {
  public var topics: [CreateTopicsRequest.Topic]
  public var timeoutMs: Int32
  public var validateOnly: Bool

  public init(
    topics: [CreateTopicsRequest.Topic], timeoutMs: Int32 = 30_000, validateOnly: Bool = false
  ) {
    self.topics = topics
    self.timeoutMs = timeoutMs
    self.validateOnly = validateOnly
  }
}

extension CreateTopicsRequest {
  /// One topic; -1 = the broker's default.
  public struct Topic: Hashable, Sendable {
    public var name: TopicName
    public var numPartitions: Int32
    public var replicationFactor: Int16
    public var assignments: [Assignment]
    public var configs: [Config]

    public init(
      name: TopicName, numPartitions: Int32, replicationFactor: Int16 = -1,
      assignments: [Assignment] = [], configs: [Config] = []
    ) {
      self.name = name
      self.numPartitions = numPartitions
      self.replicationFactor = replicationFactor
      self.assignments = assignments
      self.configs = configs
    }
  }

  /// Replicas of one partition.
  public struct Assignment: Hashable, Sendable {
    public var partitionIndex: Int32
    public var brokerIds: [BrokerId]

    public init(
      partitionIndex: Int32, brokerIds: [BrokerId]
    ) {
      self.partitionIndex = partitionIndex
      self.brokerIds = brokerIds
    }
  }

  /// One setting.
  public struct Config: Hashable, Sendable {
    public var name: String
    public var value: String?

    public init(
      name: String, value: String?
    ) {
      self.name = name
      self.value = value
    }
  }
}

/// A verdict a topic.
public struct CreateTopicsResponse: Hashable, Sendable {
  public var throttleTimeMs: Int32
  public var topics: [CreateTopicsResponse.Topic]

  public init(
    throttleTimeMs: Int32 = 0, topics: [CreateTopicsResponse.Topic] = []
  ) {
    self.throttleTimeMs = throttleTimeMs
    self.topics = topics
  }
}

extension CreateTopicsResponse {
  /// One verdict.
  public struct Topic: Hashable, Sendable {
    public var name: TopicName
    /// v7+.
    public var topicId: Uuid
    public var errorCode: ErrorCode
    public var errorMessage: String?
    public var numPartitions: Int32
    public var replicationFactor: Int16
    public var configs: [Config]?
    public var topicConfigErrorCode: ErrorCode

    public init(
      name: TopicName, errorCode: ErrorCode = .none, errorMessage: String? = nil,
      numPartitions: Int32 = -1, replicationFactor: Int16 = -1, configs: [Config]? = [],
      topicConfigErrorCode: ErrorCode = .none, topicId: Uuid = .zero
    ) {
      self.name = name
      self.errorCode = errorCode
      self.errorMessage = errorMessage
      self.numPartitions = numPartitions
      self.replicationFactor = replicationFactor
      self.configs = configs
      self.topicConfigErrorCode = topicConfigErrorCode
      self.topicId = topicId
    }
  }

  /// One setting as it was made.
  public struct Config: Hashable, Sendable {
    public var name: String
    public var value: String?
    public var readOnly: Bool
    public var configSource: Int8
    public var isSensitive: Bool

    public init(
      name: String, value: String?, readOnly: Bool = false, configSource: Int8 = -1,
      isSensitive: Bool = false
    ) {
      self.name = name
      self.value = value
      self.readOnly = readOnly
      self.configSource = configSource
      self.isSensitive = isSensitive
    }
  }
}

/// Removes topics.
public struct DeleteTopicsRequest: Hashable, Sendable {
  public var topics: [DeleteTopicsRequest.Topic]
  public var timeoutMs: Int32

  public init(
    topicNames: [TopicName], timeoutMs: Int32 = 30_000
  ) {
    topics = topicNames.map { Topic(name: $0) }
    self.timeoutMs = timeoutMs
  }
}

extension DeleteTopicsRequest {
  /// Named by its name or by its id.
  public struct Topic: Hashable, Sendable {
    /// nil, v6+: by id.
    public var name: TopicName?
    /// v6+.
    public var topicId: Uuid

    public init(name: TopicName?, topicId: Uuid = .zero) {
      self.name = name
      self.topicId = topicId
    }
  }
}

/// A verdict a topic.
public struct DeleteTopicsResponse: Hashable, Sendable {
  public var throttleTimeMs: Int32
  public var responses: [DeleteTopicsResponse.Topic]

  public init(
    throttleTimeMs: Int32 = 0, responses: [DeleteTopicsResponse.Topic] = []
  ) {
    self.throttleTimeMs = throttleTimeMs
    self.responses = responses
  }
}

extension DeleteTopicsResponse {
  /// One verdict.
  public struct Topic: Hashable, Sendable {
    /// nil, v6+: asked for by an id that no topic has.
    public var name: TopicName?
    /// v6+.
    public var topicId: Uuid
    public var errorCode: ErrorCode
    public var errorMessage: String?

    public init(
      name: TopicName?, errorCode: ErrorCode = .none, errorMessage: String? = nil,
      topicId: Uuid = .zero
    ) {
      self.name = name
      self.topicId = topicId
      self.errorCode = errorCode
      self.errorMessage = errorMessage
    }
  }
}
