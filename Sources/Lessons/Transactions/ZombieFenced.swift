import Feed
import Narration
import Simulation

extension Lessons {
  /// A member that hangs over its records loses its partition; when it goes on, the group refuses
  /// the offsets of its old membership.
  static let zombieFenced = Lesson(
    number: "zombie", section: .transactions,
    caption: LessonCaption(
      figure: "",
      title: Localized(english: "A zombie is fenced", korean: "좀비를 막음"),
      beats: [
        Localized(english: "working", korean: "처리"),
        Localized(english: "input", korean: "입력"),
        Localized(english: "hangs", korean: "멈춤"),
        Localized(english: "missed", korean: "폴 놓침"),
        Localized(english: "taken", korean: "넘어감"),
        Localized(english: "awake", korean: "깨어남"),
        Localized(english: "refused", korean: "거절"),
        Localized(english: "aborted", korean: "중단"),
      ],
      footnote: Footnotes.shortPoll),
    shows: Localized(english: "its offsets are refused", korean: "오프셋이 거절됨"),
    talks: Talks.zombieFenced,
    scenario: Transacting.loop(
      isTransactional: true, pollMs: 12_000, processRate: 1,
      script: [
        ScriptEntry(afterStartMs: 1000, .produce(records: 6)),
        ScriptEntry(afterStartMs: 3000, .stopPolling(MemberSlot(0))),
        ScriptEntry(afterStartMs: 36_000, .resumePolling(MemberSlot(0))),
      ],
      beats: [
        Beat("working", .start),
        Beat("input", .produced),
        Beat("hangs", .process(MemberSlot(0), .pollStopped)),
        Beat("missed", .pollMissed(MemberSlot(0))),
        Beat("taken", .reads(MemberSlot(1))),
        Beat("awake", .process(MemberSlot(0), .pollResumed)),
        Beat("refused", .transaction(.mustAbort)),
        Beat("aborted", .transaction(.marker(isCommit: false))),
      ]))
}
