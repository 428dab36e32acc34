import Feed
import Narration
import Simulation

extension Lessons {
  /// A member dies when its offsets are with the group and not yet committed: who is next waits
  /// until the coordinator ends the transaction.
  static let transactionTimeout = Lesson(
    number: "txn-timeout", section: .transactions,
    caption: LessonCaption(
      figure: "",
      title: Localized(english: "A transaction times out", korean: "트랜잭션 시간 초과"),
      beats: [
        Localized(english: "ready", korean: "준비"),
        Localized(english: "input", korean: "입력"),
        Localized(english: "pending", korean: "보류"),
        Localized(english: "killed", korean: "장애"),
        Localized(english: "waits", korean: "대기"),
        Localized(english: "timeout", korean: "시간 초과"),
        Localized(english: "again", korean: "다시 읽기"),
      ],
      footnote: Footnotes.transactionTimeout),
    shows: Localized(english: "the heir waits for its end", korean: "끝나야 이어 읽음"),
    talks: Talks.transactionTimeout,
    scenario: Transacting.loop(
      isTransactional: true,
      script: Transacting.deathBeforeTheEnd,
      beats: [
        Beat("ready", .start),
        Beat("input", .produced),
        Beat("pending", .transaction(.offsetPending)),
        Beat("killed", .process(MemberSlot(0), .killed)),
        Beat("waits", .removed(MemberSlot(0))),
        Beat("timeout", .transaction(.fenced(.timedOut))),
        Beat("again", .transaction(.marker(isCommit: false))),
      ]))
}
