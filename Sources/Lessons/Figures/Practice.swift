import Feed
import KafkaModel
import Simulation

/// What the practice figures 6-4 and 6-5 have in common: three hosts, one topic, one group.
enum Practice {
  static let hosts = ["peter-kafka01", "peter-kafka02", "peter-kafka03"]
  static let topic: TopicName = "peter-test06"

  /// The book's clients end a session after 10 s (45 s since Kafka 3.0).
  static var consumer: Scenario.Consumer {
    var config = Scenario.Consumer(groupId: "peter-consumer01", clientId: "", topics: [topic])
    config.sessionTimeoutMs = 10_000
    config.heartbeatIntervalMs = 3000
    config.maxPollIntervalMs = 300_000
    config.autoCommitIntervalMs = 5000
    config.autoOffsetReset = .earliest
    return config
  }

  /// They join in the order 02, 01, 03: the first one leads.
  static var members: [ScenarioMember] {
    let startsMs: [Int64] = [400, 0, 800]
    return zip(hosts, startsMs).map { ScenarioMember($0, topics: [topic], startMs: $1) }
  }

  static func scenario(
    script: [ScriptEntry], beats: [Beat], restMs: Int64 = 8000
  ) -> Scenario {
    Scenario(
      groupId: "peter-consumer01", topics: [ScenarioTopic(topic, 3)], members: members,
      consumer: consumer, produceRate: 5, processRate: 30, latencyMs: 5...20,
      script: script, beats: beats, restMs: restMs)
  }
}
