/// Says where a transaction is going to write, before it does.
public struct AddPartitionsToTxnRequest: Hashable, Sendable {
  public var transactionalId: TransactionalId
  public var producer: Producer
  public var topics: [AddPartitionsToTxnRequest.Topic]
  /// Only asks whether they were added, as a partition's leader does (KIP-890). From broker to
  /// broker, v4+, so that it is never on a client's wire.
  public var verifyOnly: Bool

  public init(
    transactionalId: TransactionalId, producer: Producer,
    topics: [AddPartitionsToTxnRequest.Topic], verifyOnly: Bool = false
  ) {
    self.transactionalId = transactionalId
    self.producer = producer
    self.topics = topics
    self.verifyOnly = verifyOnly
  }
}

extension AddPartitionsToTxnRequest {
  /// Partitions of one topic.
  public struct Topic: Hashable, Sendable {
    public var name: TopicName
    public var partitions: [Int32]

    public init(name: TopicName, partitions: [Int32]) {
      self.name = name
      self.partitions = partitions
    }
  }

  public var partitions: [TopicPartition] {
    topics.flatMap { topic in topic.partitions.map { TopicPartition(topic.name, $0) } }
  }
}

/// A verdict a partition.
public struct AddPartitionsToTxnResponse: Hashable, Sendable {
  public var throttleTimeMs: Int32
  public var topics: [AddPartitionsToTxnResponse.Topic]

  public init(throttleTimeMs: Int32 = 0, topics: [AddPartitionsToTxnResponse.Topic] = []) {
    self.throttleTimeMs = throttleTimeMs
    self.topics = topics
  }
}

extension AddPartitionsToTxnResponse {
  /// Verdicts of one topic.
  public struct Topic: Hashable, Sendable {
    public var name: TopicName
    public var partitions: [Partition]

    public init(name: TopicName, partitions: [Partition]) {
      self.name = name
      self.partitions = partitions
    }
  }

  /// One verdict.
  public struct Partition: Hashable, Sendable {
    public var partitionIndex: Int32
    public var errorCode: ErrorCode

    public init(partitionIndex: Int32, errorCode: ErrorCode = .none) {
      self.partitionIndex = partitionIndex
      self.errorCode = errorCode
    }
  }

  /// The verdict of `verdict` for each partition of the request.
  public init(
    to request: AddPartitionsToTxnRequest, _ verdict: (TopicPartition) -> ErrorCode
  ) {
    self.init(
      topics: request.topics.map { topic in
        .init(
          name: topic.name,
          partitions: topic.partitions.map {
            .init(partitionIndex: $0, errorCode: verdict(TopicPartition(topic.name, $0)))
          })
      })
  }
}
