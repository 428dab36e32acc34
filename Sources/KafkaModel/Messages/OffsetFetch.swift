/// Asks for committed offsets; below v8 of exactly one group.
public struct OffsetFetchRequest: Hashable, Sendable {
  public var groups: [OffsetFetchRequest.Group]
  /// v7+: wait for pending transactional offsets (KIP-447).
  public var requireStable: Bool

  public init(
    groups: [OffsetFetchRequest.Group], requireStable: Bool = false
  ) {
    self.groups = groups
    self.requireStable = requireStable
  }
}

extension OffsetFetchRequest {
  /// One group; no topics = all of them.
  public struct Group: Hashable, Sendable {
    public var groupId: GroupId
    /// v9+.
    public var memberId: MemberId?
    /// v9+.
    public var memberEpoch: Int32
    public var topics: [Topic]?

    public init(
      groupId: GroupId, memberId: MemberId? = nil, memberEpoch: Int32 = -1,
      topics: [Topic]? = nil
    ) {
      self.groupId = groupId
      self.memberId = memberId
      self.memberEpoch = memberEpoch
      self.topics = topics
    }
  }

  /// Partitions of one topic.
  public struct Topic: Hashable, Sendable {
    public var name: TopicName
    /// In place of the name, v10+.
    public var topicId: Uuid
    public var partitionIndexes: [Int32]

    public init(
      name: TopicName, partitionIndexes: [Int32], topicId: Uuid = .zero
    ) {
      self.name = name
      self.topicId = topicId
      self.partitionIndexes = partitionIndexes
    }
  }
}

/// Committed offsets; -1 where none is.
public struct OffsetFetchResponse: Hashable, Sendable {
  public var throttleTimeMs: Int32
  public var groups: [OffsetFetchResponse.Group]

  public init(
    throttleTimeMs: Int32 = 0, groups: [OffsetFetchResponse.Group] = []
  ) {
    self.throttleTimeMs = throttleTimeMs
    self.groups = groups
  }
}

extension OffsetFetchResponse {
  /// One group's.
  public struct Group: Hashable, Sendable {
    public var groupId: GroupId
    public var topics: [Topic]
    public var errorCode: ErrorCode

    public init(
      groupId: GroupId, topics: [Topic] = [], errorCode: ErrorCode = .none
    ) {
      self.groupId = groupId
      self.topics = topics
      self.errorCode = errorCode
    }
  }

  /// One topic's.
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

  /// One partition's.
  public struct Partition: Hashable, Sendable {
    public var partitionIndex: Int32
    public var committedOffset: Offset
    public var committedLeaderEpoch: Int32
    public var metadata: String?
    public var errorCode: ErrorCode

    public init(
      partitionIndex: Int32, committedOffset: Offset = .none, committedLeaderEpoch: Int32 = -1,
      metadata: String? = "", errorCode: ErrorCode = .none
    ) {
      self.partitionIndex = partitionIndex
      self.committedOffset = committedOffset
      self.committedLeaderEpoch = committedLeaderEpoch
      self.metadata = metadata
      self.errorCode = errorCode
    }
  }
}
