import Narration
import Simulation

extension Lessons {
  /// Figure 6-8: range deals each topic by itself.
  static let rangeDeals = Lesson(
    number: "6-8",
    caption: LessonCaption(
      figure: "6-8",
      title: Localized(english: "Range, topic by topic", korean: "레인지: 토픽마다 따로 나눔"),
      footnote: Footnotes.leaderPlans, table: "6-2"),
    shows: Localized(english: "4 for one, 2 for the other", korean: "하나는 4개, 하나는 2개"),
    talks: Talks.rangeDeals,
    scenario: dealt("range"))

  /// Figure 6-9: round robin deals one partition after the other, whatever its topic.
  static let roundRobinDeals = Lesson(
    number: "6-9",
    caption: LessonCaption(
      figure: "6-9",
      title: Localized(english: "Round robin, in turn", korean: "라운드 로빈: 번갈아 나눔"),
      footnote: Footnotes.leaderPlans, table: "6-2"),
    shows: Localized(english: "1, 2, 1, 2: three for each", korean: "1, 2, 1, 2: 세 개씩"),
    talks: Talks.roundRobinDeals,
    scenario: dealt("roundrobin"))

  private static func dealt(_ assignor: String) -> Scenario {
    Dealing.scenario(
      assignor, members: 2, topics: Dealing.topics(2, partitions: 3),
      beats: [Beat("dealt", .start)])
  }
}
