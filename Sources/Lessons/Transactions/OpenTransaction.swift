import Feed
import Narration
import Simulation

extension Lessons {
  /// One open transaction holds back all that comes behind it, also what others have written.
  static let openTransaction = Lesson(
    number: "held-back", section: .transactions,
    caption: LessonCaption(
      figure: "",
      title: Localized(english: "An open transaction", korean: "열린 트랜잭션"),
      beats: [
        Localized(english: "reading", korean: "읽기"),
        Localized(english: "open", korean: "열림"),
        Localized(english: "ended", korean: "끝"),
      ],
      footnote: Footnotes.lastStable),
    shows: Localized(english: "one holds all readers back", korean: "하나가 모두를 붙잡음"),
    talks: Talks.openTransaction,
    scenario: Transacting.reading(
      script: [
        ScriptEntry(
          afterStartMs: 4000, .producer(Transacting.producer, .send(records: 2))),
        ScriptEntry(afterStartMs: 24_000, .producer(Transacting.producer, .commit)),
      ],
      beats: [
        Beat("reading", .start),
        Beat("open", .transaction(.opened)),
        Beat("ended", .transaction(.marker(isCommit: true))),
      ],
      produceRate: 2))
}
