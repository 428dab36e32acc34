/// Asks who writes to partitions (KIP-664).
public struct DescribeProducersRequest: Hashable, Sendable {
  public var topics: [DescribeProducersRequest.Topic]

  public init(topics: [DescribeProducersRequest.Topic]) { self.topics = topics }
}

extension DescribeProducersRequest {
  /// Partitions of one topic.
  public struct Topic: Hashable, Sendable {
    public var name: TopicName
    public var partitionIndexes: [Int32]

    public init(name: TopicName, partitionIndexes: [Int32]) {
      self.name = name
      self.partitionIndexes = partitionIndexes
    }
  }
}

/// Who does.
public struct DescribeProducersResponse: Hashable, Sendable {
  public var throttleTimeMs: Int32
  public var topics: [DescribeProducersResponse.Topic]

  public init(throttleTimeMs: Int32 = 0, topics: [DescribeProducersResponse.Topic] = []) {
    self.throttleTimeMs = throttleTimeMs
    self.topics = topics
  }
}

extension DescribeProducersResponse {
  /// Partitions of one topic.
  public struct Topic: Hashable, Sendable {
    public var name: TopicName
    public var partitions: [Partition]

    public init(name: TopicName, partitions: [Partition]) {
      self.name = name
      self.partitions = partitions
    }
  }

  /// One partition.
  public struct Partition: Hashable, Sendable {
    public var partitionIndex: Int32
    public var errorCode: ErrorCode
    public var errorMessage: String?
    public var activeProducers: [Producer]

    public init(
      partitionIndex: Int32, errorCode: ErrorCode = .none, errorMessage: String? = nil,
      activeProducers: [Producer] = []
    ) {
      self.partitionIndex = partitionIndex
      self.errorCode = errorCode
      self.errorMessage = errorMessage
      self.activeProducers = activeProducers
    }
  }

  /// A producer id that the partition remembers.
  public struct Producer: Hashable, Sendable {
    public var producerId: Int64
    public var producerEpoch: Int32
    public var lastSequence: Int32
    public var lastTimestampMs: Int64
    /// Of the last marker; -1 before.
    public var coordinatorEpoch: Int32
    /// -1: no transaction is open here.
    public var currentTxnStartOffset: Offset

    public init(
      producerId: Int64, producerEpoch: Int32, lastSequence: Int32 = -1,
      lastTimestampMs: Int64 = -1, coordinatorEpoch: Int32 = 0,
      currentTxnStartOffset: Offset = .none
    ) {
      self.producerId = producerId
      self.producerEpoch = producerEpoch
      self.lastSequence = lastSequence
      self.lastTimestampMs = lastTimestampMs
      self.coordinatorEpoch = coordinatorEpoch
      self.currentTxnStartOffset = currentTxnStartOffset
    }
  }
}
