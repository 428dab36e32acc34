import Feed
import Narration
import Simulation

extension Lessons {
  /// A record in a transaction, and the control record that ends it: each transaction takes two
  /// offsets, and what was aborted keeps its own.
  static let committedAndAborted = Lesson(
    number: "transactions", section: .transactions,
    caption: LessonCaption(
      figure: "",
      title: Localized(english: "Committed and aborted", korean: "커밋과 중단"),
      beats: [
        Localized(english: "empty", korean: "빈 로그"),
        Localized(english: "open", korean: "열림"),
        Localized(english: "decided", korean: "결정"),
        Localized(english: "marker", korean: "표시"),
        Localized(english: "aborted", korean: "중단"),
      ],
      footnote: Footnotes.markers),
    shows: Localized(english: "two offsets a transaction", korean: "트랜잭션마다 오프셋 두 개"),
    talks: Talks.committedAndAborted,
    scenario: Transacting.reading(
      script: [
        ScriptEntry(
          afterStartMs: 2000, .producer(Transacting.producer, .send(records: 1))),
        ScriptEntry(afterStartMs: 7000, .producer(Transacting.producer, .commit)),
        ScriptEntry(
          afterStartMs: 13_000, .producer(Transacting.producer, .send(records: 1))),
        ScriptEntry(afterStartMs: 18_000, .producer(Transacting.producer, .abort)),
      ],
      beats: [
        Beat("empty", .start),
        Beat("open", .transaction(.opened)),
        Beat("decided", .transaction(.state(.prepareCommit))),
        Beat("marker", .transaction(.marker(isCommit: true))),
        Beat("aborted", .transaction(.marker(isCommit: false))),
      ]))
}
