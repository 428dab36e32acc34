import Feed
import KafkaModel
import Simulation

/// What the lessons about transactions have in common.
enum Transacting {
  static let group: GroupId = "peter-consumer-01"
  static let input: TopicName = "peter-test05"
  static let output: TopicName = "peter-test07"
  static let producer = ProducerSlot(0)

  /// A producer without a consumer, with the book's `transactional.id`.
  static let bookProducer = ScenarioProducer(
    "peter-producer01", transactionalId: "peter-transaction-01", topic: input)

  /// One reader of one partition, and the producer: what readers see of transactions.
  static func reading(
    script: [ScriptEntry], beats: [Beat], produceRate: Int64 = 0, restMs: Int64 = 8000
  ) -> Scenario {
    Scenario(
      groupId: group, topics: [ScenarioTopic(input, 1)],
      members: [ScenarioMember("peter-kafka01", topics: [input], startMs: 0)],
      consumer: consumer(), produceRate: produceRate, latencyMs: Practice.slowMs,
      script: script, beats: beats, restMs: restMs, producers: [bookProducer])
  }

  /// Two applications that write what they read (consume, transform, produce).
  static func loop(
    isTransactional: Bool, producers: [ScenarioProducer] = [], pollMs: Int64 = 300_000,
    processRate: Int64 = 30, script: [ScriptEntry], beats: [Beat], restMs: Int64 = 8000
  ) -> Scenario {
    var consumer = consumer(pollMs: pollMs)
    consumer.enableAutoCommit = false
    return Scenario(
      groupId: group, topics: [ScenarioTopic(input, 2)],
      members: zip(Practice.hosts, Practice.startsMs).prefix(2).map {
        ScenarioMember($0, topics: [input], startMs: $1)
      },
      consumer: consumer, produceRate: 0, processRate: processRate, latencyMs: Practice.slowMs,
      script: script, beats: beats, restMs: restMs,
      transform: ScenarioTransform(
        output: ScenarioTopic(output, 1), isTransactional: isTransactional),
      producers: producers)
  }

  /// A dies when its records are in the output, and before the group or the transaction knows.
  static let deathAfterTheWrite = [
    ScriptEntry(afterStartMs: 1000, .produce(records: 6)),
    ScriptEntry(afterStartMs: 3500, .kill(MemberSlot(0))),
  ]

  /// A dies when its offsets are with the group, and before the transaction's end.
  static let deathBeforeTheEnd = [
    ScriptEntry(afterStartMs: 1000, .produce(records: 6)),
    ScriptEntry(afterStartMs: 4400, .kill(MemberSlot(0))),
  ]

  private static func consumer(pollMs: Int64 = 300_000) -> Scenario.Consumer {
    var consumer = Practice.consumer(group, pollMs: pollMs)
    consumer.topics = [input]
    consumer.isolationLevel = .readCommitted
    return consumer
  }
}
