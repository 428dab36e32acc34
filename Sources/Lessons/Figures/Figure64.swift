import Narration
import Simulation

extension Lessons {
  /// Figure 6-4: three consumers share three partitions evenly.
  static let threeConsumers = Lesson(
    number: "6-4",
    caption: LessonCaption(
      figure: "6-4",
      title: Localized(
        english: "Three consumers, one partition each", korean: "컨슈머 셋이 파티션을 하나씩"),
      footnote: sessionFootnote),
    shows: Localized(english: "one partition each", korean: "파티션을 하나씩"),
    scenario: Practice.scenario(script: [], beats: [Beat("even", .start)]))

  static let sessionFootnote = Localized(
    english:
      "session.timeout.ms is 10 s here, as in the book; the default is 45 s since Kafka 3.0.",
    korean: "여기서 session.timeout.ms는 책처럼 10초다. 카프카 3.0부터 기본값은 45초다.")
}
