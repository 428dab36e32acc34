import Feed
import Narration
import Simulation

extension Lessons {
  /// Figure 6-14: under the cooperative protocol only what moves stops, and it takes two rounds.
  static let cooperativeMovesOne = Lesson(
    number: "6-14",
    caption: LessonCaption(
      figure: "6-14",
      title: Localized(english: "Cooperative: only one stops", korean: "COOPERATIVE: 하나만 멈춤"),
      beats: [
        Localized(english: "detect", korean: "감지"),
        Localized(english: "first", korean: "첫 번째"),
        Localized(english: "second", korean: "두 번째"),
      ],
      footnote: Footnotes.cooperative, footnoteAssignor: "cooperative-sticky"),
    shows: Localized(english: "two rounds, one short gap", korean: "두 번에 걸쳐, 하나만 잠깐"),
    talks: Talks.cooperativeMovesOne,
    scenario: slow(
      Practice.scenario(
        consumer: Practice.consumer(Practice.dynamicGroup, assignor: "cooperative-sticky"),
        // As figure 6-13 ends: peter-kafka01 is gone, 02 has two partitions.
        prologue: [ScriptEntry(afterStartMs: 0, .close(MemberSlot(0)))],
        script: [ScriptEntry(afterStartMs: 6000, .restart(MemberSlot(0)))],
        beats: [
          Beat("detect", .process(MemberSlot(0), .started)),
          Beat("first", .revoked(MemberSlot(1))),
          Beat("second", .state(.preparingRebalance)),
        ],
        restMs: 2000)))
}
