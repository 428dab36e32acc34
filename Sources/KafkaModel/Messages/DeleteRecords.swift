/// Gives up the beginnings of logs.
public struct DeleteRecordsRequest: Hashable, Sendable {
  public var topics: [DeleteRecordsRequest.Topic]
  public var timeoutMs: Int32

  public init(
    topics: [DeleteRecordsRequest.Topic], timeoutMs: Int32 = 30_000
  ) {
    self.topics = topics
    self.timeoutMs = timeoutMs
  }
}

extension DeleteRecordsRequest {
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

extension DeleteRecordsRequest {
  /// Everything before the offset goes; -1 = everything.
  public struct Partition: Hashable, Sendable {
    public var partitionIndex: Int32
    public var offset: Offset

    public init(
      partitionIndex: Int32, offset: Offset
    ) {
      self.partitionIndex = partitionIndex
      self.offset = offset
    }
  }
}

/// Where the logs begin now.
public struct DeleteRecordsResponse: Hashable, Sendable {
  public var throttleTimeMs: Int32
  public var topics: [DeleteRecordsResponse.Topic]

  public init(
    throttleTimeMs: Int32 = 0, topics: [DeleteRecordsResponse.Topic] = []
  ) {
    self.throttleTimeMs = throttleTimeMs
    self.topics = topics
  }
}

extension DeleteRecordsResponse {
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

extension DeleteRecordsResponse {
  /// One log.
  public struct Partition: Hashable, Sendable {
    public var partitionIndex: Int32
    public var lowWatermark: Offset
    public var errorCode: ErrorCode

    public init(
      partitionIndex: Int32, lowWatermark: Offset = .none, errorCode: ErrorCode = .none
    ) {
      self.partitionIndex = partitionIndex
      self.lowWatermark = lowWatermark
      self.errorCode = errorCode
    }
  }
}
