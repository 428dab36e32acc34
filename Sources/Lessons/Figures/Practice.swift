import Feed
import KafkaModel
import Narration
import Simulation

/// What the practice figures 6-4 … 6-7 and the protocol figures 6-13 and 6-14 have in common:
/// three hosts, one topic, one group.
enum Practice {
  static let hosts = ["peter-kafka01", "peter-kafka02", "peter-kafka03"]
  static let topic: TopicName = "peter-test06"
  static let dynamicGroup: GroupId = "peter-consumer01"
  static let staticGroup: GroupId = "peter-consumer02"

  /// They join in the order 02, 01, 03: the first one leads.
  static let startsMs: [Int64] = [400, 0, 800]

  static var members: [ScenarioMember] {
    zip(hosts, startsMs).map { ScenarioMember($0, topics: [topic], startMs: $1) }
  }

  /// A fourth host, for what three cannot show.
  static func fourth(startMs: Int64?) -> ScenarioMember {
    ScenarioMember("peter-kafka04", topics: [topic], startMs: startMs)
  }

  /// The same hosts with the instance ids that `consumer_static.py` gives itself.
  static var staticMembers: [ScenarioMember] {
    members.map { member in
      var member = member
      member.instanceId = InstanceId("consumer-" + member.name)
      return member
    }
  }

  static func scenario(
    members: [ScenarioMember] = members, consumer: Scenario.Consumer = consumer(dynamicGroup),
    prologue: [ScriptEntry] = [], script: [ScriptEntry] = [], beats: [Beat],
    restMs: Int64 = 8000
  ) -> Scenario {
    Scenario(
      groupId: consumer.groupId, topics: [ScenarioTopic(topic, 3)], members: members,
      consumer: consumer, produceRate: 5, processRate: 30, latencyMs: 5...20,
      prologue: prologue, script: script, beats: beats, restMs: restMs)
  }

  /// The book's clients end a session after 10 s (45 s since Kafka 3.0).
  static func consumer(
    _ groupId: GroupId, assignor: String = "range", sessionMs: Int64 = 10_000,
    pollMs: Int64 = 300_000
  ) -> Scenario.Consumer {
    var config = Scenario.Consumer(groupId: groupId, clientId: "", topics: [topic])
    config.assignors = [assignor]
    config.sessionTimeoutMs = sessionMs
    config.heartbeatIntervalMs = 3000
    config.maxPollIntervalMs = pollMs
    config.autoCommitIntervalMs = 5000
    config.autoOffsetReset = .earliest
    return config
  }

  /// One way, where a stop must be long enough to be seen; the screen says *slow network*.
  static let slowMs: ClosedRange<Int64> = 500...500
}
