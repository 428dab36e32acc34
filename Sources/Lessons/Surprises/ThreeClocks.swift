import Feed
import Narration
import Simulation

extension Lessons {
  /// Three failures, each the business of another clock: a cut shorter than the session, a dead
  /// process, an application that is stuck.
  static let threeClocks = Lesson(
    number: "three-clocks", section: .surprises,
    caption: LessonCaption(
      figure: "",
      title: Localized(english: "Three clocks", korean: "세 가지 시계"),
      beats: [
        Localized(english: "well", korean: "정상"),
        Localized(english: "cut", korean: "단절"),
        Localized(english: "dead", korean: "장애"),
        Localized(english: "stuck", korean: "멈춤"),
      ],
      footnote: Footnotes.threeClocks),
    shows: Localized(english: "heartbeat, session, poll()", korean: "하트비트, 세션, poll()"),
    talks: Talks.threeClocks,
    scenario: Practice.scenario(
      consumer: Practice.consumer(Practice.dynamicGroup, pollMs: 20_000),
      script: [
        ScriptEntry(afterStartMs: 6000, .cutNetwork(MemberSlot(0))),
        ScriptEntry(afterStartMs: 10_000, .healNetwork(MemberSlot(0))),
        ScriptEntry(afterStartMs: 16_000, .kill(MemberSlot(1))),
        ScriptEntry(afterStartMs: 34_000, .stopPolling(MemberSlot(2))),
      ],
      beats: [
        Beat("well", .start),
        Beat("cut", .process(MemberSlot(0), .networkCut)),
        Beat("dead", .process(MemberSlot(1), .killed)),
        Beat("stuck", .process(MemberSlot(2), .pollStopped)),
      ],
      restMs: 3000))
}
