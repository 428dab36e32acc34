/// Gives topics more partitions (KIP-195).
public struct CreatePartitionsRequest: Hashable, Sendable {
  public var topics: [CreatePartitionsRequest.Topic]
  public var timeoutMs: Int32
  /// Says what would become of it, and changes nothing.
  public var validateOnly: Bool

  public init(
    topics: [CreatePartitionsRequest.Topic], timeoutMs: Int32 = 30_000, validateOnly: Bool = false
  ) {
    self.topics = topics
    self.timeoutMs = timeoutMs
    self.validateOnly = validateOnly
  }
}

extension CreatePartitionsRequest {
  /// One topic.
  public struct Topic: Hashable, Sendable {
    public var name: TopicName
    /// How many partitions there are to be in all.
    public var count: Int32
    /// The replicas of each new partition; nil: the broker chooses.
    public var assignments: [CreatePartitionsRequest.Assignment]?

    public init(
      name: TopicName, count: Int32, assignments: [CreatePartitionsRequest.Assignment]? = nil
    ) {
      self.name = name
      self.count = count
      self.assignments = assignments
    }
  }

  /// The brokers of one new partition.
  public struct Assignment: Hashable, Sendable {
    public var brokerIds: [BrokerId]

    public init(brokerIds: [BrokerId]) { self.brokerIds = brokerIds }
  }
}

/// A verdict a topic.
public struct CreatePartitionsResponse: Hashable, Sendable {
  public var throttleTimeMs: Int32
  public var results: [CreatePartitionsResponse.Result]

  public init(throttleTimeMs: Int32 = 0, results: [CreatePartitionsResponse.Result] = []) {
    self.throttleTimeMs = throttleTimeMs
    self.results = results
  }
}

extension CreatePartitionsResponse {
  /// What became of one topic.
  public struct Result: Hashable, Sendable {
    public var name: TopicName
    public var errorCode: ErrorCode
    public var errorMessage: String?

    public init(name: TopicName, errorCode: ErrorCode = .none, errorMessage: String? = nil) {
      self.name = name
      self.errorCode = errorCode
      self.errorMessage = errorMessage
    }
  }
}
