import Feed
import Narration
import Simulation

extension Lessons {
  /// Range gives the first member the odd partition of every topic; round robin deals all in turn.
  static let skewedTopics = Lesson(
    number: "two-topics", section: .surprises,
    caption: LessonCaption(
      figure: "",
      title: Localized(english: "Two topics under range", korean: "레인지와 토픽 두 개"),
      beats: [
        Localized(english: "range", korean: "레인지"),
        Localized(english: "stop of all", korean: "모두 멈춤"),
        Localized(english: "in turn", korean: "번갈아"),
      ],
      footnote: Footnotes.rangeJoins),
    shows: Localized(english: "4, 2, 2; then 3, 3, 2", korean: "4, 2, 2개에서 3, 3, 2개로"),
    talks: Talks.skewedTopics,
    scenario: Dealing.scenario(
      "range", members: 3, topics: Dealing.topics(2, partitions: 4),
      script: [ScriptEntry(afterStartMs: 9000, .changeAssignor(["roundrobin"]))],
      beats: [
        Beat("range", .start), Beat("stop", .nobodyReads), Beat("in-turn", .settled),
      ],
      restMs: 4000))
}
