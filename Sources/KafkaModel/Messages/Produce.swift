/// Appends record batches.
public struct ProduceRequest: Hashable, Sendable {
  public var transactionalId: TransactionalId?
  public var acks: Int16
  public var timeoutMs: Int32
  public var topics: [ProduceRequest.Topic]

  public init(
    transactionalId: TransactionalId? = nil, acks: Int16 = -1, timeoutMs: Int32 = 30_000,
    topics: [ProduceRequest.Topic]
  ) {
    self.transactionalId = transactionalId
    self.acks = acks
    self.timeoutMs = timeoutMs
    self.topics = topics
  }
}

extension ProduceRequest {
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

  /// One partition's batch.
  public struct Partition: Hashable, Sendable {
    public var index: Int32
    public var records: [UInt8]?
    /// What the batch says of itself, in place of its bytes: the simulation's logs keep none. Never
    /// on the wire; a live host writes the bytes from it.
    public var batch: ProducedBatch?

    public init(
      index: Int32, records: [UInt8]?, batch: ProducedBatch? = nil
    ) {
      self.index = index
      self.records = records
      self.batch = batch
    }
  }
}

/// The header of a record batch, as far as producers, leaders and coordinators care.
public struct ProducedBatch: Hashable, Sendable {
  public var producer: Producer
  /// Counts the producer's records in the partition, from 0 in each epoch.
  public var firstSequence: Int32
  public var recordCount: Int32
  public var isTransactional: Bool
  /// What the records were made of, in their order, where that is known.
  public var sources: [RecordSource]

  public init(
    producer: Producer, firstSequence: Int32, recordCount: Int32, isTransactional: Bool,
    sources: [RecordSource] = []
  ) {
    self.producer = producer
    self.firstSequence = firstSequence
    self.recordCount = recordCount
    self.isTransactional = isTransactional
    self.sources = sources
  }
}

/// Where they went.
public struct ProduceResponse: Hashable, Sendable {
  public var responses: [ProduceResponse.Topic]
  public var throttleTimeMs: Int32

  public init(
    responses: [ProduceResponse.Topic] = [], throttleTimeMs: Int32 = 0
  ) {
    self.responses = responses
    self.throttleTimeMs = throttleTimeMs
  }
}

extension ProduceResponse {
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

  /// One verdict.
  public struct Partition: Hashable, Sendable {
    public var index: Int32
    public var errorCode: ErrorCode
    public var baseOffset: Offset
    public var logAppendTimeMs: Int64
    public var logStartOffset: Offset
    /// v8+.
    public var recordErrors: [RecordError]
    /// v8+.
    public var errorMessage: String?

    public init(
      index: Int32, errorCode: ErrorCode = .none, baseOffset: Offset = .none,
      logAppendTimeMs: Int64 = -1, logStartOffset: Offset = .none,
      recordErrors: [RecordError] = [], errorMessage: String? = nil
    ) {
      self.index = index
      self.errorCode = errorCode
      self.baseOffset = baseOffset
      self.logAppendTimeMs = logAppendTimeMs
      self.logStartOffset = logStartOffset
      self.recordErrors = recordErrors
      self.errorMessage = errorMessage
    }
  }

  /// One refused record.
  public struct RecordError: Hashable, Sendable {
    public var batchIndex: Int32
    public var message: String?

    public init(
      batchIndex: Int32, message: String? = nil
    ) {
      self.batchIndex = batchIndex
      self.message = message
    }
  }
}
