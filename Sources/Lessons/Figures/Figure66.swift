import Narration
import Simulation

extension Lessons {
  /// Figure 6-6: the same three hosts as static members (KIP-345).
  static let staticMembers = Lesson(
    number: "6-6",
    caption: LessonCaption(
      figure: "6-6",
      title: Localized(english: "Static members", korean: "스태틱 멤버십"),
      footnote: Footnotes.staticSession),
    shows: Localized(english: "each has an instance id", korean: "저마다 인스턴스 ID가 있다"),
    talks: Talks.staticMembers,
    scenario: Practice.scenario(
      members: Practice.staticMembers, consumer: staticConsumer, beats: [Beat("normal", .start)]))

  static let staticConsumer = Practice.consumer(Practice.staticGroup, sessionMs: 30_000)
}
