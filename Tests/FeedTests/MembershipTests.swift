import Feed
import KafkaModel
import Testing

/// What a member's membership says, and what no longer holds once it has ended.
@Suite struct MembershipTests {
  private let a = Story.a
  private let c = Story.c
  private let calm = Story.start + Story.joined + Story.settled

  @Test func aHeartbeatBelongsToTheMembershipItWasSentIn() {
    var fold = Fold(calm)
    fold.add(1_000, .heartbeat(a))
    #expect(fold.picture[a].lastHeartbeatMs == 1_000)
    fold.add(1_000, .memberAdded(a, Story.id(a)))
    #expect(fold.picture[a].lastHeartbeatMs == 1_000)
    fold.add(11_000, .memberRemoved(a, Story.id(a), .sessionTimedOut))
    #expect(fold.picture[a].lastHeartbeatMs == nil)
    fold.add(12_000, .heartbeat(a))
    fold.add(12_000, .memberAdded(a, "rdkafka-new"))
    #expect(fold.picture[a].lastHeartbeatMs == nil)
  }

  @Test func whoLeftByItselfWasNotRemoved() {
    var fold = Fold(calm)
    fold.add(2_000, .process(a, .pollStopped))
    fold.add(20_000, .memberRemoved(a, Story.id(a), .left))
    #expect(fold.picture[a].word == .left)
    // It still has the partition by its own account; the group does not know of it.
    #expect(fold.statuses[0] == .nobody && fold.picture.partitions[0].shownOwner == nil)
    #expect(fold.timeline.lanes[0].last?.style == .gone)

    var removed = Fold(calm + Story.killed + Story.removed)
    #expect(removed.picture[a].word == .removed)
    removed.add(11_100, .process(a, .started))
    #expect(removed.picture[a].word == .new)
  }

  @Test func whoWorksOffItsRecordsAfterLeavingReadsOutside() {
    var fold = Fold(calm)
    fold.add(2_000, .pollMissed(a))
    fold.add(2_000, .doing(a, .connecting))
    fold.add(2_000, .memberRemoved(a, Story.id(a), .left))
    #expect(fold.picture[a].readsOutside && fold.picture[a].word == .outside)
    #expect(fold.statuses[0] == .read)
    fold.add(3_000, .lost(a, [Story.partition(0)]))
    #expect(!fold.picture[a].readsOutside && fold.picture[a].word == .connecting)
  }

  /// Between its last fetch and the JoinGroup nobody has what it gives up.
  @Test func whoHasStoppedReadingToGiveUpOwnsNothingAnyMore() {
    var fold = Fold(calm + Story.killed + Story.removed)
    fold.add(11_400, .doing(c, .revoking))
    #expect(fold.statuses[2] == .revoking)
    fold.add(11_450, .readingStopped(c, Story.partition(2)))
    #expect(fold.statuses[2] == .nobody)
  }

  @Test func howFarAMemberNotShownHasComeIsNotKnown() {
    var fold = Fold(calm)
    let other = PlannedShare(slot: nil, memberId: "x", partitions: [Story.partition(0)])
    fold.add(2_000, .groupState(.preparingRebalance, Generation(1), .newMember("x")))
    fold.add(2_100, .revoked(a, [Story.partition(0)]))
    #expect(fold.picture.partitions[0].position == Offset(3))
    fold.add(2_600, .groupState(.completingRebalance, Generation(2), nil))
    fold.add(2_800, .plan(Generation(2), [other, Story.share(a), Story.share(c, 2)]))
    fold.add(2_800, .groupState(.stable, Generation(2), nil))
    #expect(fold.picture.partitions[0].position == nil)
  }
}
