/// Where a partition's log begins or ends, or the offset at a time.
public struct ListOffsetsRequest: Hashable, Sendable {
  public var replicaId: BrokerId
  public var isolationLevel: Int8
  public var topics: [ListOffsetsRequest.Topic]
  /// v10+: how long a broker may ask a remote store.
  public var timeoutMs: Int32

  public init(
    replicaId: BrokerId = .none, isolationLevel: Int8 = 0, topics: [ListOffsetsRequest.Topic],
    timeoutMs: Int32 = 0
  ) {
    self.replicaId = replicaId
    self.isolationLevel = isolationLevel
    self.topics = topics
    self.timeoutMs = timeoutMs
  }
}

extension ListOffsetsRequest {
  /// One topic.
  public struct Topic: Hashable, Sendable {
    public var name: TopicName
    public var partitions: [Partition]

    public init(
      name: TopicName, partitions: [Partition]
    ) {
      self.name = name
      self.partitions = partitions
    }
  }

  /// One question.
  public struct Partition: Hashable, Sendable {
    public var partitionIndex: Int32
    /// v4+.
    public var currentLeaderEpoch: Int32
    /// -1 latest, -2 earliest, else milliseconds since 1970.
    public var timestamp: Int64

    public init(
      partitionIndex: Int32, currentLeaderEpoch: Int32 = -1, timestamp: Int64
    ) {
      self.partitionIndex = partitionIndex
      self.currentLeaderEpoch = currentLeaderEpoch
      self.timestamp = timestamp
    }
  }
}

/// The answers.
public struct ListOffsetsResponse: Hashable, Sendable {
  public var throttleTimeMs: Int32
  public var topics: [ListOffsetsResponse.Topic]

  public init(
    throttleTimeMs: Int32 = 0, topics: [ListOffsetsResponse.Topic] = []
  ) {
    self.throttleTimeMs = throttleTimeMs
    self.topics = topics
  }
}

extension ListOffsetsResponse {
  /// One topic.
  public struct Topic: Hashable, Sendable {
    public var name: TopicName
    public var partitions: [Partition]

    public init(
      name: TopicName, partitions: [Partition]
    ) {
      self.name = name
      self.partitions = partitions
    }
  }

  /// One answer.
  public struct Partition: Hashable, Sendable {
    public var partitionIndex: Int32
    public var errorCode: ErrorCode
    public var timestamp: Int64
    public var offset: Offset
    public var leaderEpoch: Int32

    public init(
      partitionIndex: Int32, errorCode: ErrorCode = .none, timestamp: Int64 = -1,
      offset: Offset = .none, leaderEpoch: Int32 = -1
    ) {
      self.partitionIndex = partitionIndex
      self.errorCode = errorCode
      self.timestamp = timestamp
      self.offset = offset
      self.leaderEpoch = leaderEpoch
    }
  }
}
