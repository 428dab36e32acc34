/// Forgets committed offsets of a group (KIP-496).
public struct OffsetDeleteRequest: Hashable, Sendable {
  public var groupId: GroupId
  public var topics: [OffsetDeleteRequest.Topic]

  public init(groupId: GroupId, topics: [OffsetDeleteRequest.Topic] = []) {
    self.groupId = groupId
    self.topics = topics
  }
}

extension OffsetDeleteRequest {
  /// Partitions of one topic.
  public struct Topic: Hashable, Sendable {
    public var name: TopicName
    public var partitions: [Partition]

    public init(name: TopicName, partitions: [Partition]) {
      self.name = name
      self.partitions = partitions
    }
  }

  /// One partition; on the wire a structure of its own.
  public struct Partition: Hashable, Sendable {
    public var partitionIndex: Int32

    public init(partitionIndex: Int32) { self.partitionIndex = partitionIndex }
  }
}

/// A verdict a partition, as OffsetCommit has them; none where the group is at fault.
public struct OffsetDeleteResponse: Hashable, Sendable {
  public var errorCode: ErrorCode
  public var throttleTimeMs: Int32
  public var topics: [OffsetCommitResponse.Topic]

  public init(
    errorCode: ErrorCode = .none, throttleTimeMs: Int32 = 0,
    topics: [OffsetCommitResponse.Topic] = []
  ) {
    self.errorCode = errorCode
    self.throttleTimeMs = throttleTimeMs
    self.topics = topics
  }
}
