import Narration

/// What is said at the surprises about settings and deployments.
extension Talks {
  static let skewedTopics = Talks(
    goal: Localized(
      english: "Range's odd partitions add up topic by topic; round robin deals them all in turn.",
      korean: "레인지의 남는 파티션은 토픽마다 쌓인다. 라운드 로빈은 모두 번갈아 나눈다."),
    beats: [
      BeatTalk(
        english: "A is first in both topics, so it gets the odd one twice.",
        korean: "A는 두 토픽에서 모두 첫째라 남는 것을 두 번 받는다.",
        ask: .howManyEach),
      BeatTalk(
        english: "All stop for another assignor; two rolling bounces do it too (see bounces).",
        korean: "전략을 바꾸려고 모두 멈춘다. 두 번의 롤링 재시작으로도 된다(bounces).",
        ask: .whoReads),
      BeatTalk(
        english: "The same members and partitions, dealt in one row over both topics.",
        korean: "같은 멤버와 파티션을 두 토픽에 걸쳐 한 줄로 나눴다.",
        ask: .howManyEach),
    ])

  static let shuffledNumbers = Talks(
    goal: Localized(
      english: """
        Dynamic members sort by ids that are drawn by chance: a restart can move every \
        partition.
        """,
      korean: "동적 멤버의 순서는 무작위 ID로 정해져, 재시작 하나로 모두 옮겨질 수 있다."),
    beats: [
      BeatTalk(
        english: "Press 5: member ids are rdkafka and a random part; range deals in their order.",
        korean: "5를 누른다. 멤버 ID는 rdkafka와 무작위 값이고 레인지는 그 순서로 나눈다.",
        ask: .whoPlans),
      BeatTalk(
        english: "A closes properly: only its own partition has to go to somebody.",
        korean: "A가 제대로 종료한다. 옮겨야 할 것은 A의 파티션뿐이다.",
        ask: .howManyMove),
      BeatTalk(
        english: "A starts again and draws a new id; where will that be in the order?",
        korean: "A가 다시 시작해 새 ID를 받는다. 순서에서 몇 번째가 될까?",
        ask: .howManyMove),
      BeatTalk(
        english: "B and C were well all the time, and both read another partition now.",
        korean: "B와 C는 줄곧 멀쩡했는데 둘 다 다른 파티션을 읽는다.",
        ask: .whoReads),
    ])

  static let rollingDynamic = Talks(
    goal: Localized(
      english: "A rolling restart of dynamic members costs up to two rebalances for each of them.",
      korean: "동적 멤버의 롤링 재시작은 멤버마다 많으면 두 번 리밸런싱한다."),
    beats: [
      BeatTalk(
        english: "Generation 1; three members are about to be restarted, one after the other.",
        korean: "세대 1이다. 멤버 셋을 하나씩 재시작한다.",
        ask: .whoPlans),
      BeatTalk(
        english: "A leaves: that is a rebalance; and then it comes back.",
        korean: "A가 떠난다. 리밸런싱이다. 그리고 돌아온다.",
        ask: .whichGeneration),
      BeatTalk(
        english: "B, the leader, leaves; somebody else leads from now on.",
        korean: "리더 B가 떠난다. 이제 다른 멤버가 리더다.",
        ask: .howManyMove),
      BeatTalk(
        english: "The last one; count the generations since the start.",
        korean: "마지막이다. 시작부터 세대가 몇 번 늘었는지 센다.",
        ask: .whichGeneration),
    ])

  static let rollingStatic = Talks(
    goal: Localized(
      english: "Static members that are back in time make a rolling restart without a rebalance.",
      korean: "스태틱 멤버가 제때 돌아오면 롤링 재시작에도 리밸런싱이 없다."),
    beats: [
      BeatTalk(
        english: "The same restart with instance ids: watch the number beside Stable.",
        korean: "인스턴스 ID를 두고 같은 재시작을 한다. Stable 옆의 숫자를 지켜본다.",
        ask: .whoPlans),
      BeatTalk(
        english: "A closes and says nothing; nobody else has to stop.",
        korean: "A가 말없이 종료한다. 다른 멤버는 멈추지 않는다.",
        ask: .whichGeneration),
      BeatTalk(
        english: "B, the leader, goes: it stays the leader while it is away.",
        korean: "리더 B가 간다. 없는 동안에도 리더는 B다.",
        ask: .howLongUnread),
      BeatTalk(
        english: "The last one; what did it cost, and who paid?",
        korean: "마지막이다. 비용은 얼마였고 누가 치렀는가?",
        ask: .whichGeneration),
    ])

  static let twoBounces = Talks(
    goal: Localized(
      english: """
        A running group changes its protocol in two bounces: first add the new one, then drop \
        the old.
        """,
      korean: "도는 그룹의 프로토콜은 두 번에 바꾼다. 새것을 더하고, 다음에 옛것을 뺀다."),
    beats: [
      BeatTalk(
        english: "All lists are range; cooperative-sticky alone would not be let in.",
        korean: """
          모두의 목록이 range다. cooperative-sticky만 가진 멤버는 들어올 수 없다.
          """,
        ask: .whichAssignor),
      BeatTalk(
        english: """
          First bounce: each comes back with cooperative-sticky, range; range is in common.
          """,
        korean: "첫 번째: cooperative-sticky, range로 돌아온다. 공통은 range다.",
        ask: .whoReads),
      BeatTalk(
        english: "The last old list has left: cooperative-sticky is in all, and still all stop.",
        korean: "옛 목록이 모두 떠났다. cooperative-sticky가 공통이지만 아직 모두 멈춘다.",
        ask: .whichAssignor),
      BeatTalk(
        english: "Second bounce: each comes back without range, one by one.",
        korean: "두 번째: range를 뺀 목록으로 하나씩 돌아온다.",
        ask: .whichAssignor),
      BeatTalk(
        english: "No list has an eager assignor any more: only what moves stops.",
        korean: "목록에 EAGER 전략이 없다. 옮겨지는 것만 멈춘다.",
        ask: .whichAssignor),
    ])
}
