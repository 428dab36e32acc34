import Narration

/// Where the book simplifies, errs or has been overtaken: the true rule in one line.
enum Footnotes {
  static let session = Localized(
    english: "session.timeout.ms: 10 s in the book, 45 s since Kafka 3.0",
    korean: "session.timeout.ms: 책은 10초, 카프카 3.0부터 45초")

  static let staticSession = Localized(
    english: "session.timeout.ms: 30 s here, the book's default 10 s, 45 s since Kafka 3.0",
    korean: "session.timeout.ms: 여기는 30초, 책의 기본값 10초, 카프카 3.0부터 45초")

  static let registration = Localized(
    english: "The coordinator is looked up, not created; the leader, a consumer, plans.",
    korean: "코디네이터는 만들지 않고 찾는다. 할당은 리더 컨슈머가 짠다.")

  static let offsets = Localized(
    english: "It resumes at the committed offset: the next to read, not the last one read.",
    korean: "마지막으로 읽은 곳이 아니라 커밋한 오프셋, 곧 다음에 읽을 곳부터 읽는다.")

  static let leaderPlans = Localized(
    english: "The leader, a consumer, computes the plan; the coordinator hands it out.",
    korean: "할당은 리더 컨슈머가 짠다. 코디네이터는 저장하고 나눠 줄 뿐이다.")

  static let sticky = Localized(
    english: "Sticky keeps ownership, but it is eager: each rebalance stops all members.",
    korean: "스티키는 소유권을 지키지만 EAGER다. 리밸런싱마다 모두 멈춘다.")

  static let stickyOrphans = Localized(
    english: "Up to Kafka 2.5.0, and in the Javadoc still: 3-0 to A, 1-1 to C.",
    korean: "카프카 2.5.0까지는, Javadoc에는 지금도 3-0이 A, 1-1이 C의 것이다.")

  static let eager = Localized(
    english: "Eager gives up everything at every rebalance, even if nothing changes hands.",
    korean: "EAGER는 바뀌는 것이 없어도 리밸런싱마다 전부 내려놓는다.")

  static let cooperative = Localized(
    english: "Not the default: since 3.0 that is range with cooperative-sticky, run eager.",
    korean: "기본값은 아니다. 3.0부터 range, cooperative-sticky지만 레인지, EAGER로 돈다.")
}

/// The same for the surprises: where the common belief is wrong.
extension Footnotes {
  static let close = Localized(
    english: "close() commits and sends LeaveGroup; kill -9, a crash, a lost host do not.",
    korean: "close()는 커밋하고 LeaveGroup을 보낸다. kill -9나 장애는 아무것도 못 보낸다.")

  static let oneReader = Localized(
    english: "More members than partitions read no faster: a partition has one reader.",
    korean: "멤버가 파티션보다 많아도 더 빠르지 않다. 파티션마다 하나만 읽는다.")

  static let rangeJoins = Localized(
    english: "What range is for: equal numbers of two topics meet in one member.",
    korean: "레인지의 쓸모: 두 토픽의 같은 번호가 한 멤버에게 모인다.")

  static let sortedIds = Localized(
    english: "Range sorts by member id, client.id-<random>; a restart draws a new one.",
    korean: "레인지는 멤버 ID(client.id-<무작위>) 순서로 나눈다. 재시작하면 ID가 바뀐다.")

  static let duplicate = Localized(
    english: "The newer wins; with group.protocol=consumer the newer is refused.",
    korean: "나중 것이 이긴다. group.protocol=consumer에서는 나중 것이 거절된다.")

  static let shortPoll = Localized(
    english: "max.poll.interval.ms: 12 s here, so that it can be seen; Kafka's is 300 s.",
    korean: "max.poll.interval.ms: 여기는 12초(보여 주려고), 카프카 기본값은 300초")

  static let threeClocks = Localized(
    english: "3, 10 and 20 s here; Kafka's are 3 s, 45 s (10 s before 3.0) and 300 s.",
    korean: "여기는 3, 10, 20초. 카프카 기본값은 3초, 45초(3.0 전 10초), 300초다.")

  static let rolling = Localized(
    english: "Up to two rebalances a member: one as it leaves, one as it comes back.",
    korean: "멤버마다 많으면 두 번: 떠날 때 한 번, 돌아올 때 한 번 리밸런싱한다.")

  static let twoBounces = Localized(
    english: "In one bounce the first would fail: INCONSISTENT_GROUP_PROTOCOL (KIP-429).",
    korean: "한 번에 바꾸면 첫 멤버가 INCONSISTENT_GROUP_PROTOCOL로 실패한다(KIP-429).")
}

/// The same for transactions.
extension Footnotes {
  static let markers = Localized(
    english: "A control record ends a transaction and has an offset: 0, 2, 4 are records.",
    korean: "트랜잭션을 끝내는 컨트롤 레코드도 오프셋을 차지한다. 레코드는 0, 2, 4다.")

  static let lastStable = Localized(
    english: "Java reads read_uncommitted by default, librdkafka read_committed.",
    korean: "자바 기본값은 read_uncommitted, librdkafka는 read_committed다.")

  static let atLeastOnce = Localized(
    english: "Idempotence does not help: to the broker the heir is another producer.",
    korean: "멱등 프로듀서도 소용없다. 브로커에게 이어받은 멤버는 다른 프로듀서다.")

  static let exactlyOnce = Localized(
    english: "Offsets and records are one transaction: sendOffsetsToTransaction().",
    korean: "오프셋과 레코드가 한 트랜잭션이다. sendOffsetsToTransaction()의 일이다.")

  static let transactionTimeout = Localized(
    english: "transaction.timeout.ms is 60 s; the coordinator looks every 10 s.",
    korean: "transaction.timeout.ms는 60초, 코디네이터는 10초마다 살핀다.")

  static let readCommittedAlone = Localized(
    english: "Exactly once needs the work and its offset in one transaction.",
    korean: "정확히 한 번이 되려면 결과와 오프셋이 한 트랜잭션이어야 한다.")
}
