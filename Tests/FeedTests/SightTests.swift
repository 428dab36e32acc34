import Feed
import KafkaModel
import Testing

/// What is shown while the broker or a process says nothing.
@Suite struct SightTests {
  private let calm = Story.start + Story.joined + Story.settled

  @Test func onlyAnAnswerOfTheBrokerIsFresh() {
    var fold = Fold(calm)
    #expect(fold.picture.freshMs == nil)
    fold.add(2_000, .brokerAnswered)
    fold.add(5_000, .health(.trouble(.brokerGone, detail: "")))
    fold.add(5_100, .process(Story.a, .killed))
    fold.picture.advance(toMs: 6_000)
    #expect(fold.picture.freshMs == 2_000)
  }

  @Test func whileTheBrokerIsSilentNobodyKnowsWhoReads() {
    var fold = Fold(calm)
    fold.add(2_000, .brokerAnswered)
    fold.add(4_000, .brokerSilent)
    #expect(fold.statuses == [.unknown, .unknown, .unknown])
    #expect(fold.picture.members.map(\.word) == [.unknown, .unknown, .unknown])
    #expect(fold.timeline.lanes.allSatisfy { $0.last?.style == .unknown })
    fold.add(5_000, .process(Story.a, .killed))
    #expect(fold.picture[Story.a].word == .dead)
    fold.add(9_000, .brokerAnswered)
    #expect(fold.statuses == [.ghost, .read, .read])
    #expect(fold.picture.members.map(\.word) == [.dead, .reading, .reading])
    // The time in between is charged to nobody.
    #expect(fold.picture.notReadMs(0) == 0)
  }

  @Test func ofAHungProcessNothingIsClaimed() {
    var fold = Fold(calm)
    fold.add(2_000, .reporting(Story.a, false))
    #expect(fold.statuses == [.unknown, .read, .read])
    #expect(fold.picture[Story.a].word == .unknown)
    #expect(fold.timeline.lanes[0].last?.style == .unknown)
    fold.add(3_000, .reporting(Story.a, true))
    #expect(fold.statuses == [.read, .read, .read])
  }

  @Test func itsShareIsNotReadOnceAnotherOneHasIt() {
    var fold = Fold(calm)
    fold.add(2_000, .reporting(Story.a, false))
    for event in Story.removed { fold.add(event.timeMs, event.event) }
    #expect(fold.picture[Story.a].word == .removed)
    fold.add(11_500, .plan(Generation(2), [Story.share(Story.b, 0, 1), Story.share(Story.c, 2)]))
    #expect(fold.statuses[0] == .nobody)
    fold.add(11_500, .groupState(.stable, Generation(2), nil))
    fold.add(11_600, .assigned(Story.b, [0, 1].map(Story.partition), Generation(2)))
    #expect(fold.statuses[0] == .nobody)
    fold.add(12_000, .readingStarted(Story.b, Story.partition(0), Offset(10)))
    #expect(fold.statuses[0] == .read)
  }

  @Test func whatAMemberOfNoRowTakesIsMeasuredInPart() {
    var fold = Fold(calm)
    let one = Generation(1)
    fold.add(2_000, .groupState(.preparingRebalance, one, nil))
    fold.add(2_100, .revoked(Story.c, [Story.partition(2)]))
    let foreign = PlannedShare(slot: nil, memberId: "x", partitions: [Story.partition(2)])
    fold.add(
      5_000,
      .plan(Generation(2), [Story.share(Story.a, 0), Story.share(Story.b, 1), foreign]))
    fold.add(5_000, .groupState(.stable, Generation(2), nil))
    #expect(fold.statuses == [.read, .read, .unknown])
    #expect(fold.picture.partitions[2].position == nil)
    #expect(fold.picture.accountNotReadMs(2) == 2_900)
    #expect(!fold.picture.isAccountKnown(2) && fold.picture.isAccountKnown(0))
  }

  @Test func aCauseMayNameAMemberThatHasNoIdYet() {
    let fold = Fold(Story.start)
    #expect(fold.picture.slot(of: "peter-kafka02") == Story.b)
  }
}
