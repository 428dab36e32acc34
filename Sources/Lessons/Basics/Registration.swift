import Feed
import Narration
import Simulation

extension Lessons {
  /// A group registers: from the first process to the first Fetch, message by message.
  static let registration = Lesson(
    number: "registration", section: .basics,
    caption: LessonCaption(
      figure: "registration",
      title: Localized(english: "A group registers", korean: "그룹이 등록되기까지"),
      beats: [
        Localized(english: "nobody", korean: "없음"),
        Localized(english: "who coordinates", korean: "코디네이터 찾기"),
        Localized(english: "an id", korean: "멤버 ID"),
        Localized(english: "delay", korean: "대기"),
        Localized(english: "leader", korean: "리더"),
        Localized(english: "plan", korean: "할당"),
        Localized(english: "stored", korean: "저장"),
        Localized(english: "offsets", korean: "오프셋"),
        Localized(english: "reading", korean: "읽기"),
      ],
      footnote: Footnotes.registration),
    shows: Localized(english: "message by message", korean: "메시지 하나하나"),
    goal: Localized(
      english: "Members find the coordinator, join, and one of them, the leader, makes the plan.",
      korean: "멤버는 코디네이터를 찾아 합류하고, 그중 하나인 리더가 할당을 짠다."),
    talks: registrationTalks,
    scenario: slow(
      Scenario(
        groupId: Practice.dynamicGroup, topics: [ScenarioTopic(Practice.topic, 3)],
        members: registering, consumer: Practice.consumer(Practice.dynamicGroup),
        produceRate: 5, processRate: 30, opening: .nobody,
        beats: [
          Beat("nobody", .start),
          Beat("coordinator", .sent(.findCoordinator)),
          Beat("id", .answered(.joinGroup, .memberIdRequired)),
          Beat("delay", .state(.preparingRebalance)),
          Beat("leader", .state(.completingRebalance)),
          Beat("plan", .sent(.syncGroup)),
          Beat("stored", .state(.stable)),
          Beat("offsets", .sent(.offsetFetch)),
          Beat("reading", .settled),
        ],
        restMs: 2000)),
    pane: .messages)

  private static let registrationTalks = [
    BeatTalk(
      Localized(
        english: "No process runs. The brokers know the topic, and no group of that name.",
        korean: "프로세스가 하나도 없다. 브로커는 토픽만 알고 그런 이름의 그룹은 모른다."),
      ask: .whoPlans),
    BeatTalk(
      Localized(
        english: "bootstrap.servers is any broker: it tells of all brokers, then who coordinates.",
        korean: "bootstrap.servers는 아무 브로커다. 브로커 목록과 코디네이터를 알려 준다.")),
    BeatTalk(
      Localized(
        english: "The first JoinGroup has no member id: the coordinator answers with one, no more.",
        korean: "첫 JoinGroup에는 멤버 ID가 없다. 코디네이터는 ID만 주고 다시 보내게 한다.")),
    BeatTalk(
      Localized(
        english: "The JoinGroup is not answered: an empty group waits for more members.",
        korean: "JoinGroup에 아직 응답이 없다. 빈 그룹은 다른 멤버가 오기를 기다린다.")),
    BeatTalk(
      Localized(
        english: "All JoinGroups are answered at once; only the leader's has the list of members.",
        korean: "JoinGroup 응답이 한꺼번에 온다. 멤버 목록은 리더의 응답에만 있다."),
      ask: .whoPlans),
    BeatTalk(
      Localized(
        english: "All send SyncGroup; only the leader's carries a plan, the others only ask.",
        korean: "모두 SyncGroup을 보낸다. 할당은 리더의 것에만 있고 나머지는 묻기만 한다.")),
    BeatTalk(
      Localized(
        english: "The coordinator has written the plan to __consumer_offsets, and hands it out.",
        korean: "코디네이터가 할당을 __consumer_offsets에 쓰고 나눠 준다."),
      ask: .whoReads),
    BeatTalk(
      Localized(
        english: "Who knows its partitions asks where to go on: OffsetFetch.",
        korean: "자기 파티션을 안 멤버는 어디부터 읽을지 묻는다. OffsetFetch다.")),
    BeatTalk(
      Localized(
        english: "Each fetches from where it was told; from now on only heartbeats and commits.",
        korean: "저마다 알려 준 곳부터 읽는다. 이제 하트비트와 커밋만 오간다."),
      ask: .howManyEach),
  ]

  /// In the order 02, 01, 03 as in the figures, but far enough apart for the wait to be extended:
  /// each comes while the group still waits for more.
  private static var registering: [ScenarioMember] {
    zip(Practice.hosts, [2500, 1000, 4000]).map {
      ScenarioMember($0, topics: [Practice.topic], startMs: $1)
    }
  }
}
