/// Asks for topics and their partitions, a page at a time (KIP-966).
public struct DescribeTopicPartitionsRequest: Hashable, Sendable {
  /// Empty: all there are.
  public var topics: [DescribeTopicPartitionsRequest.Topic]
  /// Partitions in the answer, of all topics together.
  public var responsePartitionLimit: Int32
  /// Where the page begins; nil: at the first topic.
  public var cursor: TopicCursor?

  public init(
    topics: [DescribeTopicPartitionsRequest.Topic] = [], responsePartitionLimit: Int32 = 2_000,
    cursor: TopicCursor? = nil
  ) {
    self.topics = topics
    self.responsePartitionLimit = responsePartitionLimit
    self.cursor = cursor
  }

  /// One that is asked for.
  public struct Topic: Hashable, Sendable {
    public var name: TopicName

    public init(name: TopicName) { self.name = name }
  }
}

/// The first topic and partition of the next page.
public struct TopicCursor: Hashable, Sendable {
  public var topicName: TopicName
  public var partitionIndex: Int32

  public init(topicName: TopicName, partitionIndex: Int32) {
    self.topicName = topicName
    self.partitionIndex = partitionIndex
  }
}

/// A page of topics.
public struct DescribeTopicPartitionsResponse: Hashable, Sendable {
  public var throttleTimeMs: Int32
  public var topics: [DescribeTopicPartitionsResponse.Topic]
  /// nil: this page is the last one.
  public var nextCursor: TopicCursor?

  public init(
    throttleTimeMs: Int32 = 0, topics: [DescribeTopicPartitionsResponse.Topic] = [],
    nextCursor: TopicCursor? = nil
  ) {
    self.throttleTimeMs = throttleTimeMs
    self.topics = topics
    self.nextCursor = nextCursor
  }
}

extension DescribeTopicPartitionsResponse {
  /// A topic, or the part of it that the page has.
  public struct Topic: Hashable, Sendable {
    public var errorCode: ErrorCode
    public var name: TopicName?
    public var topicId: Uuid
    public var isInternal: Bool
    public var partitions: [Partition]
    /// `AclOperation` as bits; `Int32.min`: not told.
    public var topicAuthorizedOperations: Int32

    public init(
      errorCode: ErrorCode = .none, name: TopicName?, topicId: Uuid = .zero,
      isInternal: Bool = false, partitions: [Partition] = [],
      topicAuthorizedOperations: Int32 = .min
    ) {
      self.errorCode = errorCode
      self.name = name
      self.topicId = topicId
      self.isInternal = isInternal
      self.partitions = partitions
      self.topicAuthorizedOperations = topicAuthorizedOperations
    }
  }

  /// One partition.
  public struct Partition: Hashable, Sendable {
    public var errorCode: ErrorCode
    public var partitionIndex: Int32
    public var leaderId: BrokerId
    public var leaderEpoch: Int32
    public var replicaNodes: [BrokerId]
    public var isrNodes: [BrokerId]
    /// Replicas that may lead although they are not in sync.
    public var eligibleLeaderReplicas: [BrokerId]
    public var lastKnownElr: [BrokerId]
    public var offlineReplicas: [BrokerId]

    public init(
      errorCode: ErrorCode = .none, partitionIndex: Int32, leaderId: BrokerId = .none,
      leaderEpoch: Int32 = -1, replicaNodes: [BrokerId] = [], isrNodes: [BrokerId] = [],
      eligibleLeaderReplicas: [BrokerId] = [], lastKnownElr: [BrokerId] = [],
      offlineReplicas: [BrokerId] = []
    ) {
      self.errorCode = errorCode
      self.partitionIndex = partitionIndex
      self.leaderId = leaderId
      self.leaderEpoch = leaderEpoch
      self.replicaNodes = replicaNodes
      self.isrNodes = isrNodes
      self.eligibleLeaderReplicas = eligibleLeaderReplicas
      self.lastKnownElr = lastKnownElr
      self.offlineReplicas = offlineReplicas
    }
  }
}
