import Feed
import KafkaModel
import Narration
import Simulation

/// What the assignor figures 6-8 … 6-12 have in common: consumers, topics, and how they are dealt.
enum Dealing {
  static let groupId: GroupId = "peter-consumer01"

  /// `topic-1` … with that many partitions each.
  static func topics(_ count: Int, partitions: Int32) -> [ScenarioTopic] {
    (1...count).map { ScenarioTopic(TopicName("topic-\($0)"), partitions) }
  }

  /// `consumer1` …, all subscribed to all topics; the second one is first, and leads.
  static func members(_ count: Int, _ topics: [ScenarioTopic]) -> [ScenarioMember] {
    (0..<count).map {
      ScenarioMember(
        "consumer\($0 + 1)", topics: topics.map(\.name), startMs: Practice.startsMs[$0])
    }
  }

  static func scenario(
    _ assignor: String, members count: Int, topics: [ScenarioTopic], script: [ScriptEntry] = [],
    beats: [Beat], restMs: Int64 = 8000
  ) -> Scenario {
    Scenario(
      groupId: groupId, topics: topics, members: members(count, topics),
      consumer: Practice.consumer(groupId, assignor: assignor), produceRate: 5, processRate: 40,
      latencyMs: 5...20, script: script, beats: beats, restMs: restMs)
  }

  /// Figures 6-10 … 6-12 (KIP-54's own example): three consumers, four topics of two partitions.
  static func ofThree(_ assignor: String, isFailing: Bool) -> Scenario {
    let start = Beat(isFailing ? "before" : "dealt", .start)
    let failure = [Beat("dead", .process(MemberSlot(1), .killed)), Beat("after", .settled)]
    return scenario(
      assignor, members: 3, topics: topics(4, partitions: 2),
      script: isFailing ? [ScriptEntry(afterStartMs: 9000, .kill(MemberSlot(1)))] : [],
      beats: [start] + (isFailing ? failure : []), restMs: isFailing ? 2000 : 8000)
  }

  static let failureBeats = [
    Localized(english: "before", korean: "이전"),
    Localized(english: "dead", korean: "장애"),
    Localized(english: "after", korean: "이후"),
  ]
}
