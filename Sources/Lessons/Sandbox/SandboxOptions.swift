import KafkaModel
import Simulation

/// What a sandbox is made of; every bound is checked before anything is made.
public struct SandboxOptions: Sendable {
  public var members = 3
  public var topics = [ScenarioTopic("orders", 6)]
  public var produceRate: Int64 = 5
  public var processRate: Int64 = 100
  public var latencyMs: ClosedRange<Int64> = 5...20
  /// Members have a `group.instance.id` (KIP-345), which is their name.
  public var isStatic = false
  /// Members write what they read to this topic (consume, transform, produce); nil: they only
  /// read, or, with `isTransactional`, write to a topic named after the first one.
  public var output: ScenarioTopic?
  /// Each poll() is one transaction, the offsets in it.
  public var isTransactional = false
  /// `transaction.timeout.ms`.
  public var transactionTimeoutMs: Int32 = 60_000
  /// There is a producer without a consumer, too, with a `transactional.id`.
  public var hasProducer = false
  public var consumer: Scenario.Consumer
  public var broker = Scenario.Broker()

  /// At most so many members, topics, and partitions of all topics together.
  public static let memberLimit = 100
  public static let topicLimit = 20
  public static let partitionLimit: Int64 = 1000
  public static let rateLimit: Int64 = 100_000
  public static let latencyLimitMs: Int64 = 60_000

  public init() {
    consumer = Scenario.Consumer(groupId: "sandbox", clientId: "", topics: [])
    consumer.autoOffsetReset = .earliest
  }

  /// Where the members write to; nil = nowhere.
  public var transform: ScenarioTransform? {
    guard isTransactional || output != nil, let first = topics.first else { return nil }
    let other = ScenarioTopic(TopicName("\(first.name)-out"), first.partitions)
    return ScenarioTransform(
      output: output ?? other, isTransactional: isTransactional, timeoutMs: transactionTimeoutMs)
  }

  /// The first thing that is out of bounds, in words.
  public var complaint: String? {
    if !(1...Self.memberLimit).contains(members) {
      return "--members \(members): from 1 to \(Self.memberLimit) are possible"
    }
    if topics.isEmpty || topics.count > Self.topicLimit {
      return "--topic: from 1 to \(Self.topicLimit) topics are possible, not \(topics.count)"
    }
    for (place, topic) in topics.enumerated() {
      if topics[..<place].contains(where: { $0.name == topic.name }) {
        return "--topic \(topic.name): named twice"
      }
      if topic.partitions < 1 {
        return "--topic \(topic.name):\(topic.partitions): at least 1 partition"
      }
    }
    if let complaint = transformComplaint { return complaint }
    let written = transform.map { Int64($0.output.partitions) } ?? 0
    let partitions = topics.reduce(written) { $0 + Int64($1.partitions) }
    if partitions > Self.partitionLimit {
      return "--topic: \(partitions) partitions in all, at most \(Self.partitionLimit)"
    }
    if !(0...Self.rateLimit).contains(produceRate) {
      return "--produce-rate \(produceRate): from 0 to \(Self.rateLimit)"
    }
    if !(1...Self.rateLimit).contains(processRate) {
      return "--process-rate \(processRate): from 1 to \(Self.rateLimit)"
    }
    if latencyMs.lowerBound < 0 || latencyMs.upperBound > Self.latencyLimitMs {
      return "--latency-ms: from 0 to \(Self.latencyLimitMs)"
    }
    return nil
  }

  private var transformComplaint: String? {
    if transactionTimeoutMs < 1 {
      return "--transaction-timeout-ms \(transactionTimeoutMs): at least 1"
    }
    if transactionTimeoutMs > broker.transactionMaxTimeoutMs {
      return "--transaction-timeout-ms \(transactionTimeoutMs): more than "
        + "transaction.max.timeout.ms=\(broker.transactionMaxTimeoutMs)"
    }
    guard let output = transform?.output else { return nil }
    if topics.contains(where: { $0.name == output.name }) {
      return "--output \(output.name): the members read that topic"
    }
    if output.partitions < 1 {
      return "--output \(output.name):\(output.partitions): at least 1 partition"
    }
    if consumer.enableAutoCommit {
      return "enable.auto.commit=true: a member that writes what it reads commits by itself"
    }
    return nil
  }
}
