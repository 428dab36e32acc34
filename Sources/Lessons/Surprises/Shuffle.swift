import Feed
import Narration
import Simulation

extension Lessons {
  /// All members have the client.id `rdkafka`, so that their ids sort by chance, and by another
  /// chance after a restart.
  static let shuffledNumbers = Lesson(
    number: "shuffle", section: .surprises,
    caption: LessonCaption(
      figure: "",
      title: Localized(english: "A restart shuffles", korean: "재시작하면 번호가 섞임"),
      beats: [
        Localized(english: "before", korean: "이전"),
        Localized(english: "closed", korean: "종료"),
        Localized(english: "restarted", korean: "재시작"),
        Localized(english: "after", korean: "이후"),
      ],
      footnote: Footnotes.sortedIds, footnoteAssignor: "range"),
    shows: Localized(english: "healthy members swap, too", korean: "멀쩡한 멤버끼리도 바뀜"),
    talks: Talks.shuffledNumbers,
    scenario: Practice.scenario(
      members: Practice.members.map { member in
        var member = member
        member.clientId = "rdkafka"
        return member
      },
      script: [
        ScriptEntry(afterStartMs: 9000, .close(MemberSlot(0))),
        ScriptEntry(afterStartMs: 16_000, .restart(MemberSlot(0))),
      ],
      beats: [
        Beat("before", .start),
        Beat("closed", .process(MemberSlot(0), .closing)),
        Beat("restarted", .process(MemberSlot(0), .started)),
        Beat("after", .state(.stable)),
      ],
      restMs: 2000))
}
