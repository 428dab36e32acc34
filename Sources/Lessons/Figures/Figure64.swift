import Narration
import Simulation

extension Lessons {
  /// Figure 6-4: three consumers share three partitions evenly.
  static let threeConsumers = Lesson(
    number: "6-4",
    caption: LessonCaption(
      figure: "6-4",
      title: Localized(
        english: "Three consumers, balanced", korean: "컨슈머 셋이 고르게 나눔"),
      footnote: Footnotes.session),
    shows: Localized(english: "one partition each", korean: "파티션을 하나씩"),
    talks: Talks.threeConsumers,
    scenario: Practice.scenario(beats: [Beat("even", .start)]))
}
