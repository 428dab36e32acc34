import Feed
import KafkaModel
import Testing

@Suite struct RestartTests {
  private let a = Story.a
  private let calm = Story.start + Story.joined + Story.settled

  @Test func theFormerIdHoldsThePlaceUntilItIsRemoved() {
    var fold = Fold(calm + Story.killed)
    fold.add(3_000, .process(a, .started))
    #expect(fold.picture[a].formerId == Story.id(a))
    #expect(fold.picture[a].formerSessionDueMs == 11_000)
    #expect(fold.picture[a].memberId == nil && !fold.picture[a].isMember)
    #expect(fold.picture[a].isRunning)
    #expect(fold.statuses == [.ghost, .read, .read])

    fold.add(3_100, .memberAdded(a, "rdkafka-new"))
    #expect(fold.picture[a].memberId == "rdkafka-new" && fold.picture[a].isMember)
    #expect(fold.picture[a].formerId == Story.id(a))
    #expect(fold.picture.slot(of: "rdkafka-new") == a && fold.picture.slot(of: Story.id(a)) == a)

    fold.add(11_000, .memberRemoved(a, Story.id(a), .sessionTimedOut))
    #expect(fold.picture[a].formerId == nil && fold.picture[a].formerSessionDueMs == nil)
    #expect(fold.picture[a].isMember && fold.picture[a].memberId == "rdkafka-new")
    // It was not read from the death on, restart or not.
    #expect(fold.picture.notReadMs(0) == 10_000)
  }

  @Test func aRestartAfterTheRemovalHasNoFormerId() {
    var fold = Fold(calm + Story.killed + Story.removed)
    fold.add(11_200, .process(a, .started))
    #expect(fold.picture[a].formerId == nil)
    #expect(fold.picture[a].word == .new)
  }

  @Test func aCleanCloseGivesUpAtOnce() {
    var fold = Fold(calm)
    fold.add(2_000, .process(a, .closing))
    fold.add(2_000, .doing(a, .leaving))
    #expect(fold.picture[a].word == .leaving)
    #expect(fold.statuses == [.read, .read, .read])
    fold.add(2_005, .revoked(a, [Story.partition(0)]))
    fold.add(2_010, .memberRemoved(a, Story.id(a), .left))
    fold.add(2_010, .groupState(.preparingRebalance, Generation(1), .memberLeft(Story.id(a))))
    fold.add(2_020, .process(a, .ended))
    #expect(fold.statuses == [.nobody, .read, .read])
    #expect(fold.picture[a].word == .left)
    #expect(fold.timeline.marks[0].map(\.kind) == [.leaveSent])
  }

  @Test func whoStopsPollingOrIsCutOffDoesNotRead() {
    var fold = Fold(calm)
    fold.add(2_000, .process(a, .pollStopped))
    fold.add(2_000, .process(Story.b, .networkCut))
    #expect(fold.statuses == [.assigned, .ghost, .read])
    #expect(fold.picture.members.map(\.word) == [.notPolling, .cutOff, .reading])
    fold.picture.advance(toMs: 5_000)
    #expect(fold.picture.notReadMs(0) == 3_000 && fold.picture.notReadMs(1) == 3_000)
    fold.add(6_000, .process(a, .pollResumed))
    fold.add(6_000, .process(Story.b, .networkHealed))
    #expect(fold.statuses == [.read, .read, .read])
  }

  /// A process that was thrown out unknowingly goes on reading beside the new owner.
  @Test func aZombieReaderStandsBesideTheNewOwner() {
    let b = Story.b
    var fold = Fold(calm)
    fold.add(2_000, .process(a, .networkCut))
    fold.add(11_000, .memberRemoved(a, Story.id(a), .sessionTimedOut))
    fold.add(11_000, .groupState(.preparingRebalance, Generation(1), .sessionTimedOut(Story.id(a))))
    fold.add(11_600, .groupState(.completingRebalance, Generation(2), nil))
    fold.add(11_800, .plan(Generation(2), [Story.share(b, 0, 1), Story.share(Story.c, 2)]))
    fold.add(11_800, .groupState(.stable, Generation(2), nil))
    fold.add(11_900, .assigned(b, [Story.partition(0), Story.partition(1)], Generation(2)))
    fold.add(12_000, .readingStarted(b, Story.partition(0), Offset(3)))
    fold.add(12_500, .process(a, .networkHealed))
    #expect(fold.picture.partitions[0].reader == b)
    #expect(fold.picture.partitions[0].staleReader == a)
    #expect(fold.picture.rebalance?.notReadMs[0] == 10_000)

    // Its progress is not what is shown.
    fold.add(12_600, .position(a, Story.partition(0), Offset(99)))
    #expect(fold.picture.partitions[0].position == Offset(3))
    fold.add(12_700, .lost(a, [Story.partition(0)]))
    #expect(fold.picture.partitions[0].staleReader == nil)
    #expect(fold.picture.partitions[0].reader == b && fold.statuses[0] == .read)
    #expect(fold.picture[a].reads == 0 && fold.picture[b].reads == 2)
  }

  /// When the rightful reader dies, the other one is what reads the partition now.
  @Test func aZombieTakesThePlaceOfADeadReader() {
    let b = Story.b
    var fold = Fold(calm)
    fold.add(2_000, .plan(Generation(2), [Story.share(b, 0, 1), Story.share(Story.c, 2)]))
    fold.add(2_000, .assigned(b, [Story.partition(0), Story.partition(1)], Generation(2)))
    fold.add(2_000, .readingStarted(b, Story.partition(0), Offset(3)))
    // It was cut off and starts anew; that is no second reading of the same partition.
    fold.add(2_100, .readingStarted(a, Story.partition(0), Offset(9)))
    #expect(fold.picture[a].reads == 1 && fold.picture.partitions[0].staleReader == a)
    fold.add(2_200, .process(b, .killed))
    #expect(fold.picture.partitions[0].reader == a)
    #expect(fold.picture.partitions[0].staleReader == nil)
    #expect(fold.statuses == [.read, .ghost, .read])
    fold.add(2_300, .readingStopped(a, Story.partition(0)))
    #expect(fold.picture[a].reads == 0 && fold.statuses == [.ghost, .ghost, .read])
  }
}
