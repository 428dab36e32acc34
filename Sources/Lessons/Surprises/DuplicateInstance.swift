import Feed
import Narration
import Simulation

extension Lessons {
  /// A configuration was copied to a fourth host, group.instance.id and all: the older process is
  /// fenced (KIP-345).
  static let duplicateInstance = Lesson(
    number: "duplicate", section: .surprises,
    caption: LessonCaption(
      figure: "",
      title: Localized(english: "One instance id, twice", korean: "인스턴스 ID가 겹침"),
      beats: [
        Localized(english: "normal", korean: "정상"),
        Localized(english: "copy", korean: "복사본"),
        Localized(english: "taken", korean: "자리 뺏김"),
        Localized(english: "fenced", korean: "차단"),
      ],
      footnote: Footnotes.duplicate),
    shows: Localized(english: "the newer one wins", korean: "나중에 온 것이 이김"),
    talks: Talks.duplicateInstance,
    scenario: Practice.scenario(
      members: Practice.staticMembers + [copy], consumer: staticConsumer,
      script: [ScriptEntry(afterStartMs: 9000, .restart(MemberSlot(3)))],
      beats: [
        Beat("normal", .start),
        Beat("copy", .process(MemberSlot(3), .started)),
        Beat("taken", .added(MemberSlot(3))),
        Beat("fenced", .failed(MemberSlot(0))),
      ],
      restMs: 4000))

  private static var copy: ScenarioMember {
    var copy = Practice.fourth(startMs: nil)
    copy.instanceId = Practice.staticMembers[0].instanceId
    return copy
  }
}
