/// Asks a partition leader for records from an offset on; waits for `minBytes`.
public struct FetchRequest: Hashable, Sendable {
  public var replicaId: BrokerId
  public var maxWaitMs: Int32
  public var minBytes: Int32
  public var maxBytes: Int32
  public var isolationLevel: Int8
  public var sessionId: Int32
  public var sessionEpoch: Int32
  public var topics: [FetchRequest.Topic]
  public var forgottenTopics: [FetchRequest.ForgottenTopic]
  public var rackId: String

  public init(
    replicaId: BrokerId = .none, maxWaitMs: Int32, minBytes: Int32, maxBytes: Int32 = 0x3200000,
    isolationLevel: Int8 = 0, sessionId: Int32 = 0, sessionEpoch: Int32 = -1,
    topics: [FetchRequest.Topic], forgottenTopics: [FetchRequest.ForgottenTopic] = [],
    rackId: String = ""
  ) {
    self.replicaId = replicaId
    self.maxWaitMs = maxWaitMs
    self.minBytes = minBytes
    self.maxBytes = maxBytes
    self.isolationLevel = isolationLevel
    self.sessionId = sessionId
    self.sessionEpoch = sessionEpoch
    self.topics = topics
    self.forgottenTopics = forgottenTopics
    self.rackId = rackId
  }
}

extension FetchRequest {
  /// One topic.
  public struct Topic: Hashable, Sendable {
    public var name: TopicName
    /// In place of the name, v13+.
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

  /// One partition.
  public struct Partition: Hashable, Sendable {
    public var partition: Int32
    public var currentLeaderEpoch: Int32
    public var fetchOffset: Offset
    public var lastFetchedEpoch: Int32
    public var logStartOffset: Offset
    public var partitionMaxBytes: Int32

    public init(
      partition: Int32, currentLeaderEpoch: Int32 = -1, fetchOffset: Offset,
      lastFetchedEpoch: Int32 = -1, logStartOffset: Offset = .none,
      partitionMaxBytes: Int32 = 0x100000
    ) {
      self.partition = partition
      self.currentLeaderEpoch = currentLeaderEpoch
      self.fetchOffset = fetchOffset
      self.lastFetchedEpoch = lastFetchedEpoch
      self.logStartOffset = logStartOffset
      self.partitionMaxBytes = partitionMaxBytes
    }
  }

  /// Partitions that leave the fetch session.
  public struct ForgottenTopic: Hashable, Sendable {
    public var name: TopicName
    /// In place of the name, v13+.
    public var topicId: Uuid
    public var partitions: [Int32]

    public init(
      name: TopicName, partitions: [Int32], topicId: Uuid = .zero
    ) {
      self.name = name
      self.topicId = topicId
      self.partitions = partitions
    }
  }
}

/// Records.
public struct FetchResponse: Hashable, Sendable {
  public var throttleTimeMs: Int32
  public var errorCode: ErrorCode
  public var sessionId: Int32
  public var responses: [FetchResponse.Topic]

  public init(
    throttleTimeMs: Int32 = 0, errorCode: ErrorCode = .none, sessionId: Int32 = 0,
    responses: [FetchResponse.Topic] = []
  ) {
    self.throttleTimeMs = throttleTimeMs
    self.errorCode = errorCode
    self.sessionId = sessionId
    self.responses = responses
  }
}

extension FetchResponse {
  /// One topic.
  public struct Topic: Hashable, Sendable {
    public var name: TopicName
    /// In place of the name, v13+.
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

  /// One partition.
  public struct Partition: Hashable, Sendable {
    public var partitionIndex: Int32
    public var errorCode: ErrorCode
    public var highWatermark: Offset
    public var lastStableOffset: Offset
    public var logStartOffset: Offset
    public var abortedTransactions: [AbortedTransaction]?
    public var preferredReadReplica: BrokerId
    public var records: FetchedRecords

    public init(
      partitionIndex: Int32, errorCode: ErrorCode = .none, highWatermark: Offset,
      lastStableOffset: Offset = .none, logStartOffset: Offset = .none,
      abortedTransactions: [AbortedTransaction]? = nil, preferredReadReplica: BrokerId = .none,
      records: FetchedRecords = .empty
    ) {
      self.partitionIndex = partitionIndex
      self.errorCode = errorCode
      self.highWatermark = highWatermark
      self.lastStableOffset = lastStableOffset
      self.logStartOffset = logStartOffset
      self.abortedTransactions = abortedTransactions
      self.preferredReadReplica = preferredReadReplica
      self.records = records
    }
  }

  /// A transaction whose records a read_committed reader skips.
  public struct AbortedTransaction: Hashable, Sendable {
    public var producerId: Int64
    public var firstOffset: Offset

    public init(
      producerId: Int64, firstOffset: Offset
    ) {
      self.producerId = producerId
      self.firstOffset = firstOffset
    }
  }
}
