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
    english: "The leader, a consumer, computes the plan; the coordinator only hands it out.",
    korean: "할당은 리더 컨슈머가 짠다. 코디네이터는 저장하고 나눠 줄 뿐이다.")

  static let sticky = Localized(
    english: "Sticky keeps ownership, but it is eager: each rebalance stops all members.",
    korean: "스티키는 소유권을 지키지만 EAGER다. 리밸런싱마다 모두 멈춘다.")

  static let stickyOrphans = Localized(
    english: "Javadoc: 3-0 to the first, 1-1 to the third; that was so until Kafka 2.5.0.",
    korean: "Javadoc은 3-0을 첫째, 1-1을 셋째에게 준다. 카프카 2.5.0까지 그랬다.")

  static let eager = Localized(
    english: "Eager gives up everything at every rebalance, even if nothing changes hands.",
    korean: "EAGER는 바뀌는 것이 없어도 리밸런싱마다 전부 내려놓는다.")

  static let cooperative = Localized(
    english: "Not the default: range, cooperative-sticky (Kafka 3.0 on) is range and eager.",
    korean: "기본값은 아니다. 3.0부터 range, cooperative-sticky지만 레인지, EAGER로 돈다.")
}
