import Feed
import Narration
import Simulation

extension Lessons {
  /// From range to cooperative-sticky without a stop of all: two rolling bounces (KIP-429).
  static let twoBounces = Lesson(
    number: "bounces", section: .surprises,
    caption: LessonCaption(
      figure: "",
      title: Localized(english: "Range to cooperative", korean: "레인지에서 협력적으로"),
      beats: [
        Localized(english: "range", korean: "레인지"),
        Localized(english: "add", korean: "추가"),
        Localized(english: "both", korean: "둘"),
        Localized(english: "drop", korean: "제거"),
        Localized(english: "coop", korean: "협력"),
      ],
      footnote: Footnotes.twoBounces),
    shows: Localized(english: "two bounces, no stop of all", korean: "두 번 재시작, 전체 중단 없이"),
    talks: Talks.twoBounces,
    scenario: bouncing)

  private static let both = ["cooperative-sticky", "range"]
  private static let only = ["cooperative-sticky"]

  private static var bouncing: Scenario {
    let topics = [ScenarioTopic("orders", 3)]
    let members = (1...3).map { number in
      ScenarioMember(
        "app-\(number)", topics: topics.map(\.name), startMs: Practice.startsMs[number - 1])
    }
    return Scenario(
      groupId: "billing", topics: topics, members: members,
      consumer: Practice.consumer("billing"), produceRate: 5, processRate: 30,
      latencyMs: 5...20,
      script: bounce(both, fromMs: 6000) + bounce(only, fromMs: 38_000),
      beats: [
        Beat("range", .start),
        Beat("add", .process(MemberSlot(0), .closing)),
        Beat("both", .strategy(both)),
        Beat("drop", .process(MemberSlot(0), .closing)),
        Beat("coop", .strategy(only)),
      ],
      restMs: 4000)
  }

  /// Each member is closed, and 5 s later there again with another list.
  private static func bounce(_ assignors: [String], fromMs: Int64) -> [ScriptEntry] {
    (0..<3).flatMap { number in
      let atMs = fromMs + Int64(number) * 10_000
      return [
        ScriptEntry(afterStartMs: atMs, .close(MemberSlot(number))),
        ScriptEntry(
          afterStartMs: atMs + 5000, .restartWith(MemberSlot(number), assignors: assignors)),
      ]
    }
  }
}
