/// Stores the next offsets to read.
public struct OffsetCommitRequest: Hashable, Sendable {
  public var groupId: GroupId
  /// Or the member epoch (KIP-848); -1 from outside the group.
  public var generationId: Generation
  public var memberId: MemberId
  /// v7+.
  public var groupInstanceId: InstanceId?
  /// v2–4.
  public var retentionTimeMs: Int64
  public var topics: [OffsetCommitRequest.Topic]

  public init(
    groupId: GroupId, generationId: Generation = .none, memberId: MemberId = "",
    groupInstanceId: InstanceId? = nil, retentionTimeMs: Int64 = -1,
    topics: [OffsetCommitRequest.Topic] = []
  ) {
    self.groupId = groupId
    self.generationId = generationId
    self.memberId = memberId
    self.groupInstanceId = groupInstanceId
    self.retentionTimeMs = retentionTimeMs
    self.topics = topics
  }
}

extension OffsetCommitRequest {
  /// Offsets of one topic.
  public struct Topic: Hashable, Sendable {
    public var name: TopicName
    /// In place of the name, v10+.
    public var topicId: Uuid
    public var partitions: [Partition]

    public init(
      name: TopicName, partitions: [Partition], topicId: Uuid = .zero
    ) {
      self.name = name
      self.topicId = topicId
      self.partitions = partitions
    }
  }

  /// One offset.
  public struct Partition: Hashable, Sendable {
    public var partitionIndex: Int32
    public var committedOffset: Offset
    /// v6+.
    public var committedLeaderEpoch: Int32
    public var committedMetadata: String?

    public init(
      partitionIndex: Int32, committedOffset: Offset, committedLeaderEpoch: Int32 = -1,
      committedMetadata: String? = ""
    ) {
      self.partitionIndex = partitionIndex
      self.committedOffset = committedOffset
      self.committedLeaderEpoch = committedLeaderEpoch
      self.committedMetadata = committedMetadata
    }
  }
}

/// A verdict a partition.
public struct OffsetCommitResponse: Hashable, Sendable {
  public var throttleTimeMs: Int32
  public var topics: [OffsetCommitResponse.Topic]

  public init(
    throttleTimeMs: Int32 = 0, topics: [OffsetCommitResponse.Topic] = []
  ) {
    self.throttleTimeMs = throttleTimeMs
    self.topics = topics
  }
}

extension OffsetCommitResponse {
  /// Verdicts of one topic.
  public struct Topic: Hashable, Sendable {
    public var name: TopicName
    /// In place of the name, v10+.
    public var topicId: Uuid
    public var partitions: [Partition]

    public init(
      name: TopicName, partitions: [Partition], topicId: Uuid = .zero
    ) {
      self.name = name
      self.topicId = topicId
      self.partitions = partitions
    }
  }

  /// One verdict.
  public struct Partition: Hashable, Sendable {
    public var partitionIndex: Int32
    public var errorCode: ErrorCode

    public init(
      partitionIndex: Int32, errorCode: ErrorCode = .none
    ) {
      self.partitionIndex = partitionIndex
      self.errorCode = errorCode
    }
  }
}
