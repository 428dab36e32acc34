import Narration

/// What is said at the surprises about single members.
extension Talks {
  static let killAgainstClose = Talks(
    goal: Localized(
      english: "A close costs an instant, a kill the whole session: shut consumers down properly.",
      korean: "종료는 한순간, 강제 종료는 세션만큼의 값을 치른다. 컨슈머는 제대로 닫자."),
    beats: [
      BeatTalk(
        english: "A will end twice today; note what partition 0 is committed at.",
        korean: "오늘 A는 두 번 끝난다. 파티션 0이 어디까지 커밋됐는지 적어 둔다.",
        ask: .howManyEach),
      BeatTalk(
        english: "Killed: no last commit, no LeaveGroup; the coordinator has to wait.",
        korean: "강제 종료: 마지막 커밋도 LeaveGroup도 없다. 코디네이터는 기다려야 한다.",
        ask: .whenRemoved),
      BeatTalk(
        english: "A is back, and again all stop; keep the cost of the kill in mind.",
        korean: "A가 돌아와 다시 모두 멈춘다. 강제 종료의 비용을 기억해 둔다.",
        ask: .whichGeneration),
      BeatTalk(
        english: "Closed: a commit, then LeaveGroup; the coordinator knows at once.",
        korean: "종료: 커밋하고 LeaveGroup을 보낸다. 코디네이터가 바로 안다.",
        ask: .howLongUnread),
    ])

  static let idleMember = Talks(
    goal: Localized(
      english: "More members than partitions read no faster; the spare one waits for a failure.",
      korean: "멤버가 파티션보다 많아도 빨라지지 않는다. 남는 하나는 장애를 기다린다."),
    beats: [
      BeatTalk(
        english: "D sends heartbeats and has no letter in any row.",
        korean: "D는 하트비트를 보내지만 어느 행에도 글자가 없다.",
        ask: .whoIsIdle),
      BeatTalk(
        english: "C is dead; three members are left for three partitions.",
        korean: "C가 죽었다. 파티션 셋에 멤버 셋이 남았다.",
        ask: .whoReads),
      BeatTalk(
        english: "D has work: it goes on where C's last commit was.",
        korean: "D에게 일이 생겼다. C의 마지막 커밋부터 이어 읽는다.",
        ask: .howManyEach),
    ])

  static let duplicateInstance = Talks(
    goal: Localized(
      english: """
        A group.instance.id may run once: the later process wins, the earlier one is fenced.
        """,
      korean: "group.instance.id는 하나만 돌아야 한다. 나중 것이 이기고 먼저 것은 차단된다."),
    beats: [
      BeatTalk(
        english: """
          Three static members; the configuration of A is about to be copied to a fourth host.
          """,
        korean: "스태틱 멤버 셋이다. A의 설정이 곧 네 번째 서버로 복사된다.",
        ask: .howManyEach),
      BeatTalk(
        english: "D starts, and its name is A's: to the coordinator it is A come back.",
        korean: "D가 시작하는데 이름이 A와 같다. 코디네이터에게는 돌아온 A다.",
        ask: .whoFails),
      BeatTalk(
        english: "A reads on and has no place any more: it works for nothing.",
        korean: "A는 자리를 잃고도 계속 읽는다. 헛일이다.",
        ask: .whichGeneration),
      BeatTalk(
        english: """
          A's poll() threw; the generation has not changed, so no monitoring of rebalances saw \
          it.
          """,
        korean: "A의 poll()이 오류를 냈다. 세대가 그대로라 리밸런싱 감시로는 보이지 않는다."),
    ])

  static let slowPoller = Talks(
    goal: Localized(
      english: "Heartbeats prove that a process lives, poll() that it works: both are watched.",
      korean: "하트비트는 살아 있다는 증거, poll()은 일한다는 증거다. 둘 다 감시된다."),
    beats: [
      BeatTalk(
        english: "Each member polls, works off what it got, and polls again.",
        korean: "멤버마다 poll()하고, 가져온 것을 처리하고, 다시 poll()한다.",
        ask: .howManyEach),
      BeatTalk(
        english: "A needs a second for each record; its heartbeats come as before, its lag grows.",
        korean: "A는 레코드 하나에 1초가 걸린다. 하트비트는 그대로인데 랙이 는다.",
        ask: .whenRemoved),
      BeatTalk(
        english: """
          P: A has left by itself, still works on its batch, and will not be able to commit it.
          """,
        korean: "P: A가 스스로 떠났다. 아직 처리 중이지만 커밋하지 못할 것이다.",
        ask: .whereResumes),
      BeatTalk(
        english: "A polls again and hears that it is out; it comes back as a new member.",
        korean: "A가 다시 poll()해 나간 것을 알고, 새 멤버로 돌아온다.",
        ask: .whoReads),
    ])

  static let threeClocks = Talks(
    goal: Localized(
      english: "heartbeat.interval.ms asks, session.timeout.ms and max.poll.interval.ms decide.",
      korean: "heartbeat.interval.ms는 묻고, 정하는 것은 session.timeout.ms와 max.poll.interval.ms다."),
    beats: [
      BeatTalk(
        english: "Three clocks for each member; press 6 to see them count.",
        korean: "멤버마다 시계가 셋이다. 6을 누르면 줄어드는 것이 보인다.",
        ask: .whoPlans),
      BeatTalk(
        english: "A's network is cut for 4 s, which is less than the session.",
        korean: "A의 네트워크가 4초 끊긴다. 세션보다 짧다.",
        ask: .whichGeneration),
      BeatTalk(
        english: "B is dead: now the session runs out.",
        korean: "B가 죽었다. 이번에는 세션이 끝난다.",
        ask: .whenRemoved),
      BeatTalk(
        english: "C is stuck in its own code; its heartbeats are sent by another thread.",
        korean: "C가 자기 코드에서 멈췄다. 하트비트는 다른 스레드가 보낸다.",
        ask: .whenRemoved),
    ])
}
