/// Stores the next offsets to read when a transaction commits.
public struct TxnOffsetCommitRequest: Hashable, Sendable {
  public var transactionalId: TransactionalId
  public var groupId: GroupId
  public var producer: Producer
  /// v3+ (KIP-447): with it, the group fences members of former generations; -1 = no fencing.
  public var generationId: Generation
  /// v3+.
  public var memberId: MemberId
  /// v3+.
  public var groupInstanceId: InstanceId?
  public var topics: [TxnOffsetCommitRequest.Topic]

  public init(
    transactionalId: TransactionalId, groupId: GroupId, producer: Producer,
    generationId: Generation = .none, memberId: MemberId = "",
    groupInstanceId: InstanceId? = nil, topics: [TxnOffsetCommitRequest.Topic] = []
  ) {
    self.transactionalId = transactionalId
    self.groupId = groupId
    self.producer = producer
    self.generationId = generationId
    self.memberId = memberId
    self.groupInstanceId = groupInstanceId
    self.topics = topics
  }
}

extension TxnOffsetCommitRequest {
  /// Offsets of one topic.
  public struct Topic: Hashable, Sendable {
    public var name: TopicName
    public var partitions: [Partition]

    public init(name: TopicName, partitions: [Partition]) {
      self.name = name
      self.partitions = partitions
    }
  }

  /// One offset.
  public struct Partition: Hashable, Sendable {
    public var partitionIndex: Int32
    public var committedOffset: Offset
    /// v2+.
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

/// A verdict a partition, as OffsetCommit has them.
public struct TxnOffsetCommitResponse: Hashable, Sendable {
  public var throttleTimeMs: Int32
  public var topics: [OffsetCommitResponse.Topic]

  public init(throttleTimeMs: Int32 = 0, topics: [OffsetCommitResponse.Topic] = []) {
    self.throttleTimeMs = throttleTimeMs
    self.topics = topics
  }
}
