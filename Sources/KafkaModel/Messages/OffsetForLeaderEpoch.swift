/// Where the records of a leader end (KIP-320): a reader finds out whether its log was cut.
public struct OffsetForLeaderEpochRequest: Hashable, Sendable {
  public var replicaId: BrokerId
  public var topics: [OffsetForLeaderEpochRequest.Topic]

  public init(
    replicaId: BrokerId = .none, topics: [OffsetForLeaderEpochRequest.Topic]
  ) {
    self.replicaId = replicaId
    self.topics = topics
  }
}

extension OffsetForLeaderEpochRequest {
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
}

extension OffsetForLeaderEpochRequest {
  /// The epoch that the reader knows of.
  public struct Partition: Hashable, Sendable {
    public var partition: Int32
    public var currentLeaderEpoch: Int32
    public var leaderEpoch: Int32

    public init(
      partition: Int32, currentLeaderEpoch: Int32 = -1, leaderEpoch: Int32
    ) {
      self.partition = partition
      self.currentLeaderEpoch = currentLeaderEpoch
      self.leaderEpoch = leaderEpoch
    }
  }
}

/// Where they end.
public struct OffsetForLeaderEpochResponse: Hashable, Sendable {
  public var throttleTimeMs: Int32
  public var topics: [OffsetForLeaderEpochResponse.Topic]

  public init(
    throttleTimeMs: Int32 = 0, topics: [OffsetForLeaderEpochResponse.Topic] = []
  ) {
    self.throttleTimeMs = throttleTimeMs
    self.topics = topics
  }
}

extension OffsetForLeaderEpochResponse {
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
}

extension OffsetForLeaderEpochResponse {
  /// The newest epoch not above the one asked for, and its end.
  public struct Partition: Hashable, Sendable {
    public var errorCode: ErrorCode
    public var partition: Int32
    public var leaderEpoch: Int32
    public var endOffset: Offset

    public init(
      errorCode: ErrorCode = .none, partition: Int32, leaderEpoch: Int32 = -1,
      endOffset: Offset = .none
    ) {
      self.errorCode = errorCode
      self.partition = partition
      self.leaderEpoch = leaderEpoch
      self.endOffset = endOffset
    }
  }
}
