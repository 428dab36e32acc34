import Feed
import Narration
import Simulation

extension Lessons {
  /// The same death, with transactions: what the dead one has written never counts, and what its
  /// heir writes counts once.
  static let exactlyOnce = Lesson(
    number: "exactly-once", section: .transactions,
    caption: LessonCaption(
      figure: "",
      title: Localized(english: "Exactly once", korean: "정확히 한 번"),
      beats: [
        Localized(english: "ready", korean: "준비"),
        Localized(english: "input", korean: "입력"),
        Localized(english: "open", korean: "열림"),
        Localized(english: "killed", korean: "장애"),
        Localized(english: "again", korean: "다시 읽기"),
        Localized(english: "fenced", korean: "차단"),
      ],
      footnote: Footnotes.exactlyOnce),
    shows: Localized(english: "the same death, no duplicate", korean: "같은 장애, 중복은 0"),
    talks: Talks.exactlyOnce,
    scenario: Transacting.loop(
      isTransactional: true,
      script: Transacting.deathAfterTheWrite + [
        ScriptEntry(afterStartMs: 30_000, .restart(MemberSlot(0)))
      ],
      beats: [
        Beat("ready", .start),
        Beat("input", .produced),
        Beat("open", .transaction(.opened)),
        Beat("killed", .process(MemberSlot(0), .killed)),
        Beat("again", .removed(MemberSlot(0))),
        Beat("fenced", .transaction(.fenced(.initialized))),
      ]))
}
