import Feed
import KafkaModel
import Narration
import Simulation

extension Lessons {
  /// All members are restarted one after the other: each leaves, and joins as a stranger.
  static let rollingDynamic = Lesson(
    number: "rolling-dynamic", section: .surprises,
    caption: LessonCaption(
      figure: "",
      title: Localized(english: "Rolling deploy", korean: "롤링 배포"),
      beats: rollingBeats, footnote: Footnotes.rolling),
    shows: Localized(english: "6 rebalances for 3 members", korean: "멤버 3개에 리밸런싱 6번"),
    talks: Talks.rollingDynamic,
    scenario: rolling(Practice.members, Practice.dynamicGroup))

  /// The same with static members, each back within its session: no rebalance at all.
  static let rollingStatic = Lesson(
    number: "rolling-static", section: .surprises,
    caption: LessonCaption(
      figure: "",
      title: Localized(english: "Rolling deploy, static", korean: "롤링 배포: 스태틱"),
      beats: rollingBeats, footnote: Footnotes.staticSession),
    shows: Localized(english: "none, if each is in time", korean: "제때 오면 리밸런싱 0번"),
    talks: Talks.rollingStatic,
    scenario: rolling(Practice.staticMembers, Practice.staticGroup))

  private static let rollingBeats = [
    Localized(english: "old", korean: "이전"),
    Localized(english: "first", korean: "첫째"),
    Localized(english: "second", korean: "둘째"),
    Localized(english: "third", korean: "셋째"),
  ]

  /// One after the other: closed, and 5 s later there again.
  private static func rolling(_ members: [ScenarioMember], _ group: GroupId) -> Scenario {
    let slots = members.indices.map { MemberSlot($0) }
    return Practice.scenario(
      members: members, consumer: Practice.consumer(group, sessionMs: 30_000),
      script: slots.flatMap { slot in
        let atMs = 6000 + Int64(slot.index) * 10_000
        return [
          ScriptEntry(afterStartMs: atMs, .close(slot)),
          ScriptEntry(afterStartMs: atMs + 5000, .restart(slot)),
        ]
      },
      beats: [Beat("old", .start)]
        + zip(["first", "second", "third"], slots).map { Beat($0, .process($1, .closing)) },
      restMs: 4000)
  }
}
