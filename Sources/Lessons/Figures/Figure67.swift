import Feed
import Narration
import Simulation

extension Lessons {
  /// Figure 6-7: a static member stops and is back within its session; nothing rebalances.
  static let aStaticMemberStops = Lesson(
    number: "6-7",
    caption: LessonCaption(
      figure: "6-7",
      title: Localized(
        english: "Static member stops, is back", korean: "스태틱 멤버가 멈췄다 돌아옴"),
      beats: [
        Localized(english: "normal", korean: "정상"),
        Localized(english: "stopped", korean: "멈춤"),
        Localized(english: "back", korean: "복귀"),
      ],
      footnote: Footnotes.staticSession),
    shows: Localized(english: "no rebalance, only a gap", korean: "리밸런싱 없이 잠시 안 읽힘"),
    talks: Talks.aStaticMemberStops,
    scenario: Practice.scenario(
      members: Practice.staticMembers, consumer: staticConsumer,
      script: [stop, ScriptEntry(afterStartMs: 27_000, .restart(MemberSlot(0)))],
      beats: [
        Beat("normal", .start),
        Beat("stopped", .process(MemberSlot(0), .killed)),
        Beat("back", .settled),
      ]))

  /// The same, but nobody comes back: after 30 s the member is removed like any other.
  static let aStaticMemberStaysAway = Lesson(
    number: "6-7-late",
    caption: LessonCaption(
      figure: "6-7-late",
      title: Localized(
        english: "Static member stays away", korean: "스태틱 멤버가 안 돌아옴"),
      beats: [
        Localized(english: "normal", korean: "정상"),
        Localized(english: "stopped", korean: "멈춤"),
        Localized(english: "late", korean: "만료"),
      ],
      footnote: Footnotes.staticSession),
    shows: Localized(english: "after 30 s a rebalance", korean: "30초 뒤에는 리밸런싱"),
    talks: Talks.aStaticMemberStaysAway,
    scenario: Practice.scenario(
      members: Practice.staticMembers, consumer: staticConsumer, script: [stop],
      beats: [
        Beat("normal", .start),
        Beat("stopped", .process(MemberSlot(0), .killed)),
        Beat("late", .settled),
      ],
      restMs: 2000))

  private static let stop = ScriptEntry(afterStartMs: 9000, .kill(MemberSlot(0)))
}
