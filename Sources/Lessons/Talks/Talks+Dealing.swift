import Narration

/// What is said at the assignor figures 6-8 … 6-12.
extension Talks {
  static let rangeDeals = Talks(
    goal: Localized(
      english: "Range deals each topic by itself, so the first member gets the odd one of each.",
      korean: "레인지는 토픽마다 따로 나눠서, 남는 하나는 늘 첫 멤버에게 간다."),
    beats: [
      BeatTalk(
        english: "Go down the letters topic by topic: A A B, and again A A B.",
        korean: "토픽마다 글자를 따라 내려간다. A A B, 다시 A A B.",
        ask: .howManyEach)
    ])

  static let roundRobinDeals = Talks(
    goal: Localized(
      english: "Round robin puts all partitions in one row and deals them out in turn.",
      korean: "라운드 로빈은 모든 파티션을 한 줄로 세워 번갈아 나눈다."),
    beats: [
      BeatTalk(
        english: "Go down the letters: A B A B A B, across the border between the topics.",
        korean: "글자를 따라 내려간다. 토픽 경계를 넘어 A B A B A B.",
        ask: .howManyEach)
    ])

  static let stickyDeals = Talks(
    goal: Localized(
      english: """
        From nothing sticky deals as evenly as round robin; it differs when something changes.
        """,
      korean: "처음에는 스티키도 라운드 로빈처럼 고르게 나눈다. 차이는 변화가 있을 때 난다."),
    beats: [
      BeatTalk(
        english: "8 partitions for 3 members: the shares differ by one at most.",
        korean: "파티션 8개에 멤버 3개다. 몫의 차이는 많아야 하나다.",
        ask: .howManyEach)
    ])

  static let roundRobinAfterAFailure = Talks(
    goal: Localized(
      english: """
        Round robin deals anew from nothing: partitions move between members that were well.
        """,
      korean: "라운드 로빈은 처음부터 다시 나눠, 멀쩡한 멤버끼리도 파티션이 바뀐다."),
    beats: [
      BeatTalk(
        english: "Note who has topic-2-0 and topic-2-1: neither is B's.",
        korean: "topic-2-0과 topic-2-1의 주인을 적어 둔다. 둘 다 B의 것이 아니다.",
        ask: .whoPlans),
      BeatTalk(
        english: """
          Only B's three partitions have lost their reader; count what must move, at least.
          """,
        korean: "읽히지 않는 것은 B의 셋뿐이다. 적어도 몇 개가 옮겨야 하는지 센다.",
        ask: .howManyMove),
      BeatTalk(
        english: "Look for the word needless: those two changed hands between A and C.",
        korean: "‘불필요’를 찾는다. 그 둘은 A와 C 사이에서 바뀌었다."),
    ])

  static let stickyAfterAFailure = Talks(
    goal: Localized(
      english: "Sticky leaves what it can with its owner: only the dead member's partitions move.",
      korean: "스티키는 되도록 주인을 그대로 둔다. 죽은 멤버의 파티션만 옮겨진다."),
    beats: [
      BeatTalk(
        english: "The same deal as before the other failure: write down who has what.",
        korean: "앞의 그림과 똑같이 나뉘어 있다. 누가 무엇을 가졌는지 적어 둔다.",
        ask: .howManyEach),
      BeatTalk(
        english: "The same three orphans as under round robin; this time the leader remembers.",
        korean: "라운드 로빈 때와 같은 세 개가 남았다. 이번에는 리더가 기억한다.",
        ask: .howManyMove),
      BeatTalk(
        english: "No needless move; and yet all stopped: sticky is eager.",
        korean: "불필요한 이동은 없다. 그래도 모두 멈췄다. 스티키는 EAGER다."),
    ])
}
