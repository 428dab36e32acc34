import Feed
import Narration
import Simulation

extension Lessons {
  /// `isolation.level=read_committed` keeps a reader from what is not decided; it does not make
  /// its own work count once.
  static let readCommittedAlone = Lesson(
    number: "read-committed", section: .transactions,
    caption: LessonCaption(
      figure: "",
      title: Localized(english: "read_committed alone", korean: "read_committed만으로는"),
      beats: [
        Localized(english: "open", korean: "열림"),
        Localized(english: "committed", korean: "커밋"),
        Localized(english: "killed", korean: "장애"),
        Localized(english: "again", korean: "다시 읽기"),
        Localized(english: "twice", korean: "중복"),
      ],
      footnote: Footnotes.readCommittedAlone),
    shows: Localized(english: "and duplicates all the same", korean: "그래도 중복은 생김"),
    talks: Talks.readCommittedAlone,
    scenario: Transacting.loop(
      isTransactional: false, producers: [Transacting.bookProducer],
      script: [
        ScriptEntry(
          afterStartMs: 1000, .producer(ProducerSlot(2), .send(records: 6))),
        ScriptEntry(afterStartMs: 5000, .producer(ProducerSlot(2), .commit)),
        ScriptEntry(afterStartMs: 8500, .kill(MemberSlot(0))),
      ],
      beats: [
        Beat("open", .transaction(.opened)),
        Beat("committed", .transaction(.marker(isCommit: true))),
        Beat("killed", .process(MemberSlot(0), .killed)),
        Beat("again", .removed(MemberSlot(0))),
        Beat("twice", .transaction(.duplicate)),
      ]))
}
