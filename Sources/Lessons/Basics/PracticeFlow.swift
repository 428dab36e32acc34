import Feed
import KafkaModel
import Narration
import Simulation

extension Lessons {
  /// The book's practice, first half: three `consumer_standard.py`, `producer.py`, and what
  /// `--describe` prints before and after one is stopped (6-4, 6-5).
  static let practice = Lesson(
    number: "practice", section: .basics,
    caption: LessonCaption(
      figure: "practice",
      title: Localized(english: "Practice: standard", korean: "실습: consumer_standard"),
      beats: steps(("6-4", "6-4"), last: ("6-5", "6-5"), ("again", "다시 전송")),
      footnote: Footnotes.session),
    shows: Localized(english: "6-4, 6-5 as on terminals", korean: "터미널로 보는 6-4, 6-5"),
    goal: Localized(
      english: "What producer, consumers and --describe print is what the picture shows.",
      korean: "프로듀서, 컨슈머, --describe의 출력은 그림과 같은 것을 말한다."),
    talks: practiceTalks(
      stopped: Localized(
        english: "One consumer is stopped: its terminal is silent, and nobody else knows it yet.",
        korean: "컨슈머 하나를 멈춘다. 그 터미널은 조용하고 아직 아무도 모른다."),
      after: Localized(
        english: "Its row in --describe has another CONSUMER-ID now: who is left has two.",
        korean: "--describe에서 그 파티션의 CONSUMER-ID가 바뀌었다. 남은 하나가 둘을 맡는다.")),
    scenario: flow(
      Practice.members, Practice.consumer(Practice.dynamicGroup),
      script: [ScriptEntry(afterStartMs: 42_000, .produce(records: 10))],
      beats: [Beat("6-5", .settled), Beat("again", .produced)]),
    seed: 2, pane: .consoles)

  /// The second half, with `consumer_static.py`: before, within and after the session of one that
  /// is stopped (6-6, 6-7).
  static let staticPractice = Lesson(
    number: "practice-2", section: .basics,
    caption: LessonCaption(
      figure: "practice-2",
      title: Localized(english: "Practice, static", korean: "실습: consumer_static"),
      beats: steps(("6-6", "6-6"), last: ("6-7", "6-7"), ("late", "만료")),
      footnote: Footnotes.staticSession),
    shows: Localized(english: "6-6, 6-7 as on terminals", korean: "터미널로 보는 6-6, 6-7"),
    goal: Localized(
      english: "A stopped static member keeps its row in --describe until its session ends.",
      korean: "멈춘 스태틱 멤버는 세션이 끝날 때까지 --describe에 남는다."),
    talks: practiceTalks(
      stopped: Localized(
        english: "One is stopped; its row in --describe stays as it was.",
        korean: "하나를 멈춘다. --describe의 그 줄은 그대로다."),
      after: Localized(
        english: "More is produced within the 30 s: its partition's LAG grows, nobody reads it.",
        korean: "30초 안에 더 보낸다. 그 파티션은 아무도 읽지 않아 LAG이 는다.")),
    scenario: flow(
      Practice.staticMembers, staticConsumer,
      script: [ScriptEntry(afterStartMs: 30_000, .produce(records: 10))],
      beats: [Beat("6-7", .produced), Beat("late", .removed(MemberSlot(0)))]),
    pane: .consoles)

  private typealias Words = (english: String, korean: String)

  private static func steps(_ first: Words, last: Words...) -> [Localized] {
    let words: [Words] =
      [("start", "시작"), ("consumers", "컨슈머"), ("producer", "프로듀서"), first, ("stop", "멈춤")] + last
    return words.map { Localized(english: $0.english, korean: $0.korean) }
  }

  /// Consumers, then the producer's ten records, then one consumer is stopped.
  private static func flow(
    _ members: [ScenarioMember], _ consumer: Scenario.Consumer, script: [ScriptEntry],
    beats: [Beat]
  ) -> Scenario {
    let isStatic = consumer.groupId == Practice.staticGroup
    return Scenario(
      groupId: consumer.groupId, topics: [ScenarioTopic(Practice.topic, 3)],
      members: members.map { member in
        var member = member
        member.startMs = member.startMs.map { $0 + 1000 }
        return member
      },
      consumer: consumer, produceRate: 0, processRate: 30, opening: .nobody,
      script: [
        ScriptEntry(afterStartMs: 12_000, .produce(records: 10)),
        ScriptEntry(afterStartMs: 22_000, .kill(MemberSlot(0))),
      ] + script,
      beats: [
        Beat("start", .start), Beat("consumers", .settled), Beat("producer", .produced),
        Beat(isStatic ? "6-6" : "6-4", .caughtUp),
        Beat("stop", .process(MemberSlot(0), .killed)),
      ] + beats,
      restMs: 6000)
  }

  private static func practiceTalks(stopped: Localized, after: Localized) -> [BeatTalk] {
    [
      BeatTalk(
        Localized(
          english: "The topic is there and empty; in three terminals a consumer will be started.",
          korean: "토픽은 있고 비어 있다. 터미널 셋에서 컨슈머를 시작한다.")),
      BeatTalk(
        Localized(
          english: "Each has one partition, and prints nothing: there is nothing to read.",
          korean: "파티션을 하나씩 맡았지만 읽을 것이 없어 아무것도 출력하지 않는다."),
        ask: .howManyEach),
      BeatTalk(
        Localized(
          english: "producer.py sends ten records without keys, round the partitions.",
          korean: "producer.py가 키 없는 레코드 10개를 파티션에 번갈아 보낸다.")),
      BeatTalk(
        Localized(
          english: "All is read and committed: --describe prints LAG 0 in every row.",
          korean: "모두 읽고 커밋했다. --describe의 LAG은 모두 0이다."),
        ask: .whereResumes),
      BeatTalk(stopped, ask: .whenRemoved),
      BeatTalk(after, ask: .whatIsNotRead),
      BeatTalk(
        Localized(
          english: "Who has taken the partition over prints its records from here on.",
          korean: "파티션을 넘겨받은 컨슈머가 이제부터 그 레코드를 출력한다.")),
    ]
  }
}
