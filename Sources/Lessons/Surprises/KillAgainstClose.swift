import Feed
import Narration
import Simulation

extension Lessons {
  /// The same member ends twice: killed, so that its session must run out, and closed.
  static let killAgainstClose = Lesson(
    number: "kill-close", section: .surprises,
    caption: LessonCaption(
      figure: "",
      title: Localized(english: "Killed, then closed", korean: "죽음과 종료의 차이"),
      beats: [
        Localized(english: "even", korean: "균등"),
        Localized(english: "killed", korean: "죽음"),
        Localized(english: "back", korean: "복귀"),
        Localized(english: "closed", korean: "종료"),
      ],
      footnote: Footnotes.close),
    shows: Localized(english: "10 s unread, or an instant", korean: "10초, 아니면 한순간"),
    talks: Talks.killAgainstClose,
    scenario: Practice.scenario(
      script: [
        ScriptEntry(afterStartMs: 9000, .kill(MemberSlot(0))),
        ScriptEntry(afterStartMs: 24_000, .restart(MemberSlot(0))),
        ScriptEntry(afterStartMs: 33_000, .close(MemberSlot(0))),
      ],
      beats: [
        Beat("even", .start),
        Beat("killed", .process(MemberSlot(0), .killed)),
        Beat("back", .process(MemberSlot(0), .started)),
        Beat("closed", .process(MemberSlot(0), .closing)),
      ],
      restMs: 2000))
}
