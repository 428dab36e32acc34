import Feed
import Narration
import Simulation

extension Lessons {
  /// A partition has one reader: the fourth of four members has nothing to do until one dies.
  static let idleMember = Lesson(
    number: "idle", section: .surprises,
    caption: LessonCaption(
      figure: "",
      title: Localized(english: "One member too many", korean: "남는 멤버 하나"),
      beats: [
        Localized(english: "idle", korean: "유휴"),
        Localized(english: "dead", korean: "장애"),
        Localized(english: "work", korean: "일이 생김"),
      ],
      footnote: Footnotes.oneReader),
    shows: Localized(english: "4 members, 3 partitions", korean: "멤버 4개, 파티션 3개"),
    talks: Talks.idleMember,
    scenario: Practice.scenario(
      members: Practice.members + [Practice.fourth(startMs: 1200)],
      // The owner of the last partition, so that range moves nothing else.
      script: [ScriptEntry(afterStartMs: 9000, .kill(MemberSlot(2)))],
      beats: [
        Beat("idle", .start),
        Beat("dead", .process(MemberSlot(2), .killed)),
        Beat("work", .settled),
      ],
      restMs: 2000))
}
