import Feed
import KafkaModel
import Testing

@Suite struct TimelineTests {
  private let fold = Fold(Story.whole)

  @Test func thePhasesInOrder() {
    let phases = fold.timeline.phases
    #expect(
      phases.map(\.state) == [
        .preparingRebalance, .completingRebalance, .stable, .preparingRebalance,
        .completingRebalance, .stable,
      ])
    #expect(phases.map(\.fromMs) == [10, 50, 60, 11_000, 11_600, 11_800])
    #expect(phases.map(\.generation.value) == [0, 1, 1, 1, 2, 2])
  }

  @Test func theLaneOfTheDeadMember() {
    let lane = fold.timeline.lanes[0]
    #expect(lane.map(\.style) == [.waits, .reads, .gone])
    #expect(lane.map(\.fromMs) == [0, 100, 1_000])
    let marks = fold.timeline.marks[0]
    #expect(marks.map(\.kind) == [.died, .removed])
    #expect(marks.map(\.atMs) == [1_000, 11_000])
  }

  @Test func theRibbonOfItsPartition() {
    let ribbon = fold.timeline.ribbons[0]
    #expect(
      ribbon.map(\.status) == [
        .unknown, .nobody, .assigned, .read, .ghost, .nobody, .assigned, .read,
      ])
    #expect(ribbon.map(\.fromMs) == [0, 10, 60, 100, 1_000, 11_000, 11_800, 12_000])
    #expect(ribbon.map(\.slot?.index) == [nil, nil, 0, 0, 0, nil, 1, 1])
  }

  @Test func aForkForgetsTheFuture() {
    var timeline = fold.timeline
    timeline.truncate(afterMs: 11_000)
    #expect(timeline.phases.map(\.fromMs) == [10, 50, 60, 11_000])
    #expect(timeline.marks[0].map(\.atMs) == [1_000, 11_000])
    #expect(timeline.ribbons[0].last?.status == .nobody)
    #expect(timeline.rebalances.count == 1)
    timeline.truncate(afterMs: -1)
    #expect(timeline.phases.isEmpty && timeline.rebalances.isEmpty)
    #expect(timeline.lanes.allSatisfy { $0.isEmpty } && timeline.ribbons.allSatisfy { $0.isEmpty })
  }

  @Test func aBoundedHistoryKeepsTheSpanThatStillHolds() {
    var timeline = fold.timeline
    timeline.forget(beforeMs: 5_000)
    #expect(timeline.phases.map(\.fromMs) == [60, 11_000, 11_600, 11_800])
    #expect(timeline.ribbons[0].first?.status == .ghost)
    #expect(timeline.marks[0].map(\.kind) == [.removed])
    #expect(timeline.rebalances.map(\.endedMs) == [11_800])
  }

  @Test func thePastPlayedAgainIsNotWrittenAgain() {
    var timeline = fold.timeline
    timeline.isRecording = false
    var picture = GroupPicture()
    for timed in Story.whole { picture.apply(timed, into: &timeline) }
    #expect(timeline.phases == fold.timeline.phases)
    #expect(timeline.ribbons == fold.timeline.ribbons)
    #expect(picture.partitions == fold.picture.partitions)
  }

  @Test func stepsAreWhatChangesThePictureInKind() {
    let steps = Story.whole.filter(\.event.isStep)
    #expect(!Story.start.contains { $0.event.isStep })
    #expect(steps.contains(TimedEvent(1_000, .process(Story.a, .killed))))
    #expect(!steps.contains { if case .position = $0.event { true } else { false } })
    #expect(!FeedEvent.revoked(Story.a, []).isStep)
  }
}
