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
      footnote: sessionFootnote),
    shows: Localized(english: "one partition each", korean: "파티션을 하나씩"),
    scenario: Practice.scenario(script: [], beats: [Beat("even", .start)]))

  static let sessionFootnote = Localized(
    english: "session.timeout.ms: 10 s in the book, 45 s since Kafka 3.0",
    korean: "session.timeout.ms: 책은 10초, 카프카 3.0부터 45초")
}
