import KafkaModel

/// What the members' applications do with what they read: each record makes one of the output
/// topic (consume, transform, produce).
public struct ScenarioTransform: Hashable, Sendable {
  public var output: ScenarioTopic
  /// One transaction a poll(), the offsets in it; else the offsets are committed by commitSync()
  /// when the records are written (at least once).
  public var isTransactional: Bool
  /// `transaction.timeout.ms`.
  public var timeoutMs: Int32
  /// What the producers use of the brokers' `transaction.version`: clients before Kafka 4.0 zero.
  public var version: TransactionVersion

  public init(
    output: ScenarioTopic, isTransactional: Bool, timeoutMs: Int32 = 60_000,
    version: TransactionVersion = .two
  ) {
    self.output = output
    self.isTransactional = isTransactional
    self.timeoutMs = timeoutMs
    self.version = version
  }

  /// `transactional.id` of a member's producer: the same one in its next process, so that this
  /// one fences what the former has left open.
  func transactionalId(of member: String) -> TransactionalId? {
    isTransactional ? TransactionalId("\(member)-tx") : nil
  }
}

/// A producer without a consumer, which sends when it is told to.
public struct ScenarioProducer: Hashable, Sendable {
  /// ASCII; also its `client.id`.
  public var name: String
  public var transactionalId: TransactionalId
  public var topic: TopicName
  /// `transaction.timeout.ms`.
  public var timeoutMs: Int32
  /// When its process starts.
  public var startMs: Int64
  /// As `ScenarioTransform.version`.
  public var version: TransactionVersion

  public init(
    _ name: String, transactionalId: TransactionalId, topic: TopicName,
    timeoutMs: Int32 = 60_000, startMs: Int64 = 0, version: TransactionVersion = .two
  ) {
    self.version = version
    self.name = name
    self.transactionalId = transactionalId
    self.topic = topic
    self.timeoutMs = timeoutMs
    self.startMs = startMs
  }
}
