import Narration

/// What is said at the lessons about transactions.
extension Talks {
  static let committedAndAborted = Talks(
    goal: Localized(
      english: "A transaction is decided by a control record; read_committed waits for it.",
      korean: "트랜잭션은 컨트롤 레코드로 결정되고, read_committed는 그것을 기다린다."),
    beats: [
      BeatTalk(
        english: "The log is empty. A reads with isolation.level=read_committed.",
        korean: "로그는 비어 있다. A는 isolation.level=read_committed로 읽는다."),
      BeatTalk(
        english: "The record is in the log at offset 0, and A does not get it: LSO is 0.",
        korean: "레코드가 오프셋 0에 있지만 A는 받지 못한다. LSO가 0이다."),
      BeatTalk(
        english: "Decided: nothing can change it any more, and A still does not know.",
        korean: "결정됐다. 이제 바뀔 수 없지만 A는 아직 모른다."),
      BeatTalk(
        english: "The marker takes offset 1. A gets the record, and its position goes to 2.",
        korean: "표시가 오프셋 1을 차지한다. A가 레코드를 받고 위치는 2가 된다."),
      BeatTalk(
        english: "The second one is aborted: its record stays in the log, and A passes over it.",
        korean: "두 번째는 중단된다. 레코드는 로그에 남고 A는 건너뛴다."),
    ])

  static let openTransaction = Talks(
    goal: Localized(
      english: "read_committed readers stop at the oldest open transaction, whoever wrote behind.",
      korean: "read_committed는 가장 오래된 열린 트랜잭션에서 멈춘다. 뒤에 누가 썼든 같다."),
    beats: [
      BeatTalk(
        english: "A producer without transactions writes 2 records a second, and A keeps up.",
        korean: "트랜잭션 없는 프로듀서가 초당 2건을 쓰고 A가 따라 읽는다."),
      BeatTalk(
        english: "Another one has opened a transaction: from its first record on A gets nothing.",
        korean: "다른 프로듀서가 트랜잭션을 열었다. 그 첫 레코드부터 A는 받지 못한다."),
      BeatTalk(
        english: "The marker is written, and A gets all that has waited behind it.",
        korean: "표시가 써지자 A는 뒤에서 기다리던 것을 모두 받는다."),
    ])

  static let atLeastOnce = Talks(
    goal: Localized(
      english: "Records written, offset not committed: a death in between makes duplicates.",
      korean: "레코드는 썼고 오프셋은 커밋 전이다. 그 사이의 장애가 중복을 만든다."),
    beats: [
      BeatTalk(
        english: "Both read, write one record for each to the output, then commit their offsets.",
        korean: "둘 다 읽은 만큼 출력 토픽에 쓰고, 그다음 오프셋을 커밋한다."),
      BeatTalk(
        english: "Six records come in, three for each of the two.",
        korean: "레코드 여섯 건이 들어온다. 둘에게 세 건씩이다."),
      BeatTalk(
        english: "The records are in the output; the offsets are not committed yet.",
        korean: "레코드는 출력 토픽에 있고, 오프셋은 아직 커밋되지 않았다."),
      BeatTalk(
        english: "A is killed between the two: its records are out, its offset is not.",
        korean: "A가 그 사이에 죽는다. 레코드는 나갔고 오프셋은 그대로다.",
        ask: .whenRemoved),
      BeatTalk(
        english: "A's partition goes to B, which begins where A had committed.",
        korean: "A의 파티션이 B에게 가고, B는 A가 커밋한 곳부터 읽는다.",
        ask: .whereResumes),
      BeatTalk(
        english: "B has written the same records again: count the duplicates.",
        korean: "B가 같은 레코드를 다시 썼다. 중복을 세어 본다."),
    ])

  static let exactlyOnce = Talks(
    goal: Localized(
      english: "Records and offset commit together or not at all: each input counts once.",
      korean: "레코드와 오프셋은 함께 커밋되거나 함께 버려진다. 입력은 한 번만 센다."),
    beats: [
      BeatTalk(
        english: "The same two, with transactions: the offset goes into the transaction.",
        korean: "같은 둘이지만 트랜잭션을 쓴다. 오프셋도 트랜잭션에 들어간다."),
      BeatTalk(
        english: "Six records come in, three for each of the two.",
        korean: "레코드 여섯 건이 들어온다. 둘에게 세 건씩이다."),
      BeatTalk(
        english: "Both have a transaction open; nothing in the output counts yet.",
        korean: "둘 다 트랜잭션이 열려 있다. 출력은 아직 아무것도 세지 않는다."),
      BeatTalk(
        english: "A is killed at the same point. Its transaction stays open.",
        korean: "A가 같은 자리에서 죽는다. 그 트랜잭션은 열린 채다.",
        ask: .whenRemoved),
      BeatTalk(
        english: "B reads A's records again and commits them; A's own never will be.",
        korean: "B가 A의 레코드를 다시 읽어 커밋한다. A가 쓴 것은 커밋되지 않는다.",
        ask: .whereResumes),
      BeatTalk(
        english: "A is back: its transactional.id fences the former process and aborts it.",
        korean: "A가 돌아왔다. transactional.id가 옛 프로세스를 막고 중단시킨다."),
    ])

  static let zombieFenced = Talks(
    goal: Localized(
      english: "The group checks who commits: a member of the past cannot end its work.",
      korean: "그룹은 누가 커밋하는지 확인한다. 지난 멤버는 일을 끝낼 수 없다."),
    beats: [
      BeatTalk(
        english: "Both need 1 s a record, and commit offset and result in one transaction.",
        korean: "둘 다 레코드마다 1초가 걸리고, 오프셋과 결과를 한 트랜잭션에 넣는다."),
      BeatTalk(
        english: "Six records come in, three for each of the two.",
        korean: "레코드 여섯 건이 들어온다. 둘에게 세 건씩이다."),
      BeatTalk(
        english: "A hangs with records in hand. Its heartbeats go on.",
        korean: "A가 레코드를 쥔 채 멈춘다. 하트비트는 계속된다.",
        ask: .whenRemoved),
      BeatTalk(
        english: "A missed its poll(): its consumer has left the group by itself.",
        korean: "A가 poll()을 놓쳐 컨슈머가 스스로 그룹을 나갔다."),
      BeatTalk(
        english: "B has A's partition and does the same work again.",
        korean: "B가 A의 파티션을 받아 같은 일을 다시 한다.",
        ask: .whoReads),
      BeatTalk(
        english: "A wakes up and goes on where it was: it writes, and sends its offsets.",
        korean: "A가 깨어나 하던 일을 잇는다. 레코드를 쓰고 오프셋을 보낸다."),
      BeatTalk(
        english: "The group does not know that member any more: A must abort.",
        korean: "그룹은 그 멤버를 더는 모른다. A는 중단해야 한다."),
      BeatTalk(
        english: "What the zombie wrote is marked aborted: nobody at read_committed gets it.",
        korean: "좀비가 쓴 것은 중단으로 표시된다. read_committed는 받지 않는다."),
    ])

  static let transactionTimeout = Talks(
    goal: Localized(
      english: "Who inherits a partition waits for its open transaction, up to the timeout.",
      korean: "파티션을 이어받으면 열린 트랜잭션을 시간 초과까지 기다릴 수 있다."),
    beats: [
      BeatTalk(
        english: "Two applications, one transaction a poll().",
        korean: "애플리케이션 둘, poll()마다 트랜잭션 하나다."),
      BeatTalk(
        english: "Six records come in, three for each of the two.",
        korean: "레코드 여섯 건이 들어온다. 둘에게 세 건씩이다."),
      BeatTalk(
        english: "The group has the offsets: pending, until the transaction is decided.",
        korean: "그룹이 오프셋을 받았다. 트랜잭션이 결정될 때까지는 보류다."),
      BeatTalk(
        english: "A is killed now: nobody is left who could commit or abort.",
        korean: "지금 A가 죽는다. 커밋도 중단도 할 사람이 없다.",
        ask: .whenRemoved),
      BeatTalk(
        english: "B owns the partition and asks where to begin: UNSTABLE_OFFSET_COMMIT.",
        korean: "B가 파티션을 받고 어디부터인지 묻는다. 답은 UNSTABLE_OFFSET_COMMIT이다."),
      BeatTalk(
        english: "The transaction coordinator gives up: it aborts, with another epoch.",
        korean: "트랜잭션 코디네이터가 포기한다. 에포크를 올리고 중단시킨다."),
      BeatTalk(
        english: "The pending offset is dropped: B begins where A had begun.",
        korean: "보류된 오프셋이 버려진다. B는 A가 시작한 곳부터 읽는다.",
        ask: .whereResumes),
    ])

  static let readCommittedAlone = Talks(
    goal: Localized(
      english: "read_committed is about what is read; duplicates come of what is written.",
      korean: "read_committed는 읽는 쪽 이야기다. 중복은 쓰는 쪽에서 생긴다."),
    beats: [
      BeatTalk(
        english: "A producer with transactions writes the input; the readers wait for its marker.",
        korean: "트랜잭션 프로듀서가 입력을 쓴다. 읽는 쪽은 표시를 기다린다."),
      BeatTalk(
        english: "Committed: both get their records, write results, and commit offsets after.",
        korean: "커밋됐다. 둘 다 레코드를 받아 결과를 쓰고 오프셋은 나중에 커밋한다."),
      BeatTalk(
        english: "A is killed between the two, as without transactions.",
        korean: "A가 그 사이에 죽는다. 트랜잭션이 없을 때와 같다.",
        ask: .whenRemoved),
      BeatTalk(
        english: "B gets A's partition, and only committed records, as before.",
        korean: "B가 A의 파티션을 받는다. 커밋된 레코드만 받는 것은 같다.",
        ask: .whereResumes),
      BeatTalk(
        english: "Duplicates all the same: exactly once is more than a way to read.",
        korean: "그래도 중복이 생겼다. 정확히 한 번은 읽는 방법만으로 되지 않는다."),
    ])
}
