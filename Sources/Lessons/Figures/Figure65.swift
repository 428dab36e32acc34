import Feed
import Narration
import Simulation

extension Lessons {
  /// Figure 6-5: one consumer dies, its partition goes to another.
  static let aConsumerDies = Lesson(
    number: "6-5",
    caption: LessonCaption(
      figure: "6-5",
      title: Localized(english: "A consumer dies", korean: "컨슈머 하나가 죽음"),
      beats: [
        Localized(english: "even", korean: "균등"),
        Localized(english: "dead", korean: "장애"),
        Localized(english: "moved", korean: "이동"),
      ],
      footnote: Footnotes.session),
    shows: Localized(
      english: "10 s until anyone knows", korean: "10초 동안 아무도 모른다"),
    talks: Talks.aConsumerDies,
    scenario: Practice.scenario(
      script: [ScriptEntry(afterStartMs: 9000, .kill(MemberSlot(0)))],
      beats: [
        Beat("even", .start),
        Beat("dead", .process(MemberSlot(0), .killed)),
        Beat("moved", .settled),
      ],
      // The last still has the death on it, at the left edge of 80 columns.
      restMs: 2000))
}
