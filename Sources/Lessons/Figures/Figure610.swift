import Narration
import Simulation

extension Lessons {
  /// Figure 6-10: from nothing, sticky deals as round robin does.
  static let stickyDeals = Lesson(
    number: "6-10",
    caption: LessonCaption(
      figure: "6-10",
      title: Localized(english: "Sticky, first assignment", korean: "스티키: 첫 할당"),
      footnote: Footnotes.sticky, footnoteAssignor: "sticky",
      table: "6-3"),
    shows: Localized(english: "like round robin; press k", korean: "라운드 로빈과 같다, k 누름"),
    talks: Talks.stickyDeals,
    scenario: Dealing.ofThree("sticky", isFailing: false))

  /// Figure 6-11: the second consumer fails under round robin.
  static let roundRobinAfterAFailure = Lesson(
    number: "6-11",
    caption: LessonCaption(
      figure: "6-11",
      title: Localized(english: "A failure, round robin", korean: "장애 후: 라운드 로빈"),
      beats: Dealing.failureBeats, footnote: Footnotes.session, table: "6-3"),
    shows: Localized(english: "5 of 8 move, 2 needlessly", korean: "8개 중 5개 이동, 2개 불필요"),
    talks: Talks.roundRobinAfterAFailure,
    scenario: Dealing.ofThree("roundrobin", isFailing: true))

  /// Figure 6-12: the same under sticky.
  static let stickyAfterAFailure = Lesson(
    number: "6-12",
    caption: LessonCaption(
      figure: "6-12",
      title: Localized(english: "A failure, sticky", korean: "장애 후: 스티키"),
      beats: Dealing.failureBeats, footnote: Footnotes.stickyOrphans, footnoteAssignor: "sticky",
      table: "6-3"),
    shows: Localized(english: "only the 3 orphans move", korean: "주인 잃은 3개만 이동"),
    talks: Talks.stickyAfterAFailure,
    scenario: Dealing.ofThree("sticky", isFailing: true))
}
