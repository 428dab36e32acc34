import Feed
import Narration
import Simulation

extension Lessons {
  /// Consume, transform, produce without transactions: what was written and not committed when the
  /// member died is written again.
  static let atLeastOnce = Lesson(
    number: "at-least-once", section: .transactions,
    caption: LessonCaption(
      figure: "",
      title: Localized(english: "At least once", korean: "최소 한 번"),
      beats: [
        Localized(english: "ready", korean: "준비"),
        Localized(english: "input", korean: "입력"),
        Localized(english: "written", korean: "기록"),
        Localized(english: "killed", korean: "장애"),
        Localized(english: "again", korean: "다시 읽기"),
        Localized(english: "twice", korean: "중복"),
      ],
      footnote: Footnotes.atLeastOnce),
    shows: Localized(english: "records handed on twice", korean: "두 번 넘겨진 레코드"),
    talks: Talks.atLeastOnce,
    scenario: Transacting.loop(
      isTransactional: false,
      script: Transacting.deathAfterTheWrite,
      beats: [
        Beat("ready", .start),
        Beat("input", .produced),
        Beat("written", .transaction(.wrote)),
        Beat("killed", .process(MemberSlot(0), .killed)),
        Beat("again", .removed(MemberSlot(0))),
        Beat("twice", .transaction(.duplicate)),
      ]))
}
