import Feed
import Narration
import Simulation

extension Lessons {
  /// Heartbeats are in time, poll() is not: the member leaves by itself, works on what it has, and
  /// others read the same records.
  static let slowPoller = Lesson(
    number: "slow-poller", section: .surprises,
    caption: LessonCaption(
      figure: "",
      title: Localized(english: "A slow poller leaves", korean: "느린 컨슈머가 떠남"),
      beats: [
        Localized(english: "even", korean: "균등"),
        Localized(english: "slow", korean: "느려짐"),
        Localized(english: "missed", korean: "폴 놓침"),
        Localized(english: "back", korean: "복귀"),
      ],
      footnote: Footnotes.shortPoll),
    shows: Localized(english: "alive, and out all the same", korean: "살아 있어도 그룹에서 나감"),
    talks: Talks.slowPoller,
    scenario: Practice.scenario(
      consumer: Practice.consumer(Practice.dynamicGroup, pollMs: 12_000),
      script: [
        ScriptEntry(afterStartMs: 6000, .processRate(MemberSlot(0), perSecond: 1)),
        ScriptEntry(afterStartMs: 36_000, .processRate(MemberSlot(0), perSecond: 30)),
      ],
      beats: [
        Beat("even", .start),
        Beat("slow", .process(MemberSlot(0), .processRate(perSecond: 1))),
        Beat("missed", .pollMissed(MemberSlot(0))),
        Beat("back", .added(MemberSlot(0))),
      ],
      restMs: 4000))
}
