import Narration

/// What is said at the practice figures 6-4 … 6-7.
extension Talks {
  static let threeConsumers = Talks(
    goal: Localized(
      english: "As many partitions as members: each reads one, and no record is read twice.",
      korean: "파티션과 멤버의 수가 같으면 하나씩 맡고, 같은 레코드를 둘이 읽지 않는다."),
    beats: [
      BeatTalk(
        english: """
          Each row has one letter: A reads 0, B reads 1, C reads 2; the star marks the leader.
          """,
        korean: "행마다 글자가 하나다. A는 0, B는 1, C는 2를 읽고, 별표가 리더다.",
        ask: .howManyEach)
    ])

  static let aConsumerDies = Talks(
    goal: Localized(
      english: """
        A dead member is only noticed when its session ends; until then nobody reads its share.
        """,
      korean: "죽은 멤버는 세션이 끝나야 알려지고, 그동안 그 파티션은 아무도 읽지 않는다."),
    beats: [
      BeatTalk(
        english: "A reads partition 0; its heartbeat is all that the coordinator knows of it.",
        korean: "A가 파티션 0을 읽는다. 코디네이터가 A에 대해 아는 것은 하트비트뿐이다.",
        ask: .howManyEach),
      BeatTalk(
        english: """
          Row A stops, partition 0 becomes a hole, and at the right the session counts down.
          """,
        korean: "A의 줄이 끊기고 파티션 0에 구멍이 난다. 오른쪽에서 세션이 줄어든다.",
        ask: .whenRemoved),
      BeatTalk(
        english: """
          Read the right-hand column: who kept, what moved, and how long each was not read.
          """,
        korean: "오른쪽 열을 읽는다. 무엇이 유지되고 이동했는지, 얼마나 안 읽혔는지."),
    ])

  static let staticMembers = Talks(
    goal: Localized(
      english: """
        A static member is known by its group.instance.id, not by the id it draws at a join.
        """,
      korean: "스태틱 멤버는 합류할 때 받는 ID가 아니라 group.instance.id로 기억된다."),
    beats: [
      BeatTalk(
        english: """
          The names are instance ids now; range deals in their order, whoever joined first.
          """,
        korean: "이제 이름은 인스턴스 ID다. 누가 먼저 합류했든 레인지는 그 순서로 나눈다.",
        ask: .whoPlans)
    ])

  static let aStaticMemberStops = Talks(
    goal: Localized(
      english: """
        A static member that is back within its session gets its place back, without a \
        rebalance.
        """,
      korean: "스태틱 멤버가 세션 안에 돌아오면 리밸런싱 없이 제자리를 되찾는다."),
    beats: [
      BeatTalk(
        english: "Remember the generation: the number beside Stable is what must not change.",
        korean: "세대를 기억해 둔다. Stable 옆의 숫자가 그대로여야 한다.",
        ask: .howManyEach),
      BeatTalk(
        english: """
          Partition 0 still belongs to A and nobody reads it; the others go on undisturbed.
          """,
        korean: "파티션 0은 여전히 A의 것이지만 아무도 읽지 않는다. 나머지는 그대로 읽는다.",
        ask: .whichGeneration),
      BeatTalk(
        english: """
          A new process, a new member id, the same instance id: the old place, no J for B and C.
          """,
        korean: "새 프로세스, 새 멤버 ID, 같은 인스턴스 ID: 제자리다. B와 C에는 J가 없다."),
    ])

  static let aStaticMemberStaysAway = Talks(
    goal: Localized(
      english: """
        Static membership buys time, no more: after session.timeout.ms the member is removed.
        """,
      korean: "스태틱 멤버십은 시간을 벌 뿐이다. session.timeout.ms가 지나면 제거된다."),
    beats: [
      BeatTalk(
        english: "The same group as before: look at how long its session is, at the foot.",
        korean: "앞과 같은 그룹이다. 맨 아래에서 세션이 얼마나 긴지 본다.",
        ask: .whoPlans),
      BeatTalk(
        english: "30 s without a reader are the price of waiting; watch the lag of partition 0.",
        korean: "기다리는 값은 읽히지 않는 30초다. 파티션 0의 랙을 지켜본다.",
        ask: .whenRemoved),
      BeatTalk(
        english: """
          Now it is like any death: B and C joined again, and partition 0 has a new reader.
          """,
        korean: "이제 여느 장애와 같다. B와 C가 다시 합류하고 파티션 0을 새로 맡는다."),
    ])
}
