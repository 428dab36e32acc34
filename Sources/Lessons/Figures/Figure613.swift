import Feed
import Narration
import Simulation

extension Lessons {
  /// Figure 6-13: under an eager protocol all members stop for what concerns one.
  static let eagerStops = Lesson(
    number: "6-13",
    caption: LessonCaption(
      figure: "6-13",
      title: Localized(english: "Eager: everybody stops", korean: "EAGER: 모두가 멈춤"),
      beats: [
        Localized(english: "detect", korean: "감지"),
        Localized(english: "stop", korean: "중지"),
        Localized(english: "restart", korean: "재시작"),
      ],
      footnote: Footnotes.eager, footnoteAssignor: "range"),
    shows: Localized(english: "detect, stop, restart", korean: "감지, 중지, 재시작"),
    talks: Talks.eagerStops,
    scenario: slow(
      Practice.scenario(
        script: [ScriptEntry(afterStartMs: 9000, .kill(MemberSlot(0)))],
        beats: [
          Beat("detect", .process(MemberSlot(0), .killed)),
          Beat("stop", .nobodyReads),
          Beat("restart", .state(.stable)),
        ],
        restMs: 2000)))

  static func slow(_ scenario: Scenario) -> Scenario {
    var slow = scenario
    slow.latencyMs = Practice.slowMs
    return slow
  }
}
