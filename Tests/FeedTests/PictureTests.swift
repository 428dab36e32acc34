import Feed
import KafkaModel
import Testing

@Suite struct PictureTests {
  private let a = Story.a
  private let b = Story.b
  private let c = Story.c

  @Test func nothingIsKnownAtFirst() {
    let fold = Fold(Story.start)
    #expect(fold.statuses == [.unknown, .unknown, .unknown])
    #expect(fold.picture.notReadMs(0) == nil)
    #expect(fold.picture.state == nil && fold.picture.generation == nil)
    #expect(fold.picture.partitions[0].lag(atMs: 0) == nil)
    #expect(fold.picture.members.map(\.word) == [.new, .new, .new])
  }

  @Test func aPartitionIsReadFromItsFirstFetchOn() {
    var fold = Fold(Story.start + Story.joined)
    #expect(fold.statuses == [.assigned, .assigned, .assigned])
    #expect(fold.picture.leader == a && fold.picture.state == .stable)
    fold.add(Story.settled)
    #expect(fold.statuses == [.read, .read, .read])
    #expect(fold.picture.members.map(\.word) == [.reading, .reading, .reading])
    #expect(fold.picture.members.map(\.reads) == [1, 1, 1])
    #expect((0..<3).allSatisfy { fold.picture.notReadMs($0) == nil })
    // 4 records at 80 ms, one more every millisecond; 3 are committed.
    #expect(fold.picture.partitions[0].lag(atMs: 100) == 21)
  }

  @Test func aDeadMembersPartitionIsAGhostUntilTheCoordinatorKnows() {
    var fold = Fold(Story.start + Story.joined + Story.settled + Story.killed)
    #expect(fold.statuses == [.ghost, .read, .read])
    #expect(fold.picture[a].word == .dead && fold.picture[a].isMember)
    #expect(fold.picture.partitions[0].shownOwner == a)
    fold.picture.advance(toMs: 4_500)
    #expect(fold.picture.notReadMs(0) == 3_500)
    #expect(fold.picture.notReadMs(1) == nil)
    fold.add(Story.removed)
    #expect(fold.statuses == [.nobody, .read, .read])
    #expect(fold.picture[a].word == .removed)
    #expect(fold.picture[a].membership == .removed(.sessionTimedOut, atMs: 11_000))
    #expect(fold.picture.notReadMs(0) == 10_000)
  }

  @Test func whoRevokesStillReadsUntilItHasGivenUp() {
    var fold = Fold(
      Story.start + Story.joined + Story.settled + Story.killed + Story.removed)
    fold.add(11_400, .doing(b, .revoking))
    #expect(fold.statuses == [.nobody, .revoking, .read])
    fold.add(11_500, .revoked(b, [Story.partition(1)]))
    #expect(fold.statuses == [.nobody, .nobody, .read])
    #expect(fold.picture[b].owned.isEmpty && fold.picture[b].reads == 0)
  }

  @Test func theAccountOfTheRebalance() {
    var fold = Fold(
      Story.start + Story.joined + Story.settled + Story.killed + Story.removed + Story.planned)
    #expect(fold.statuses == [.assigned, .assigned, .assigned])
    #expect(fold.picture.accountNotReadMs(0) == 10_800)
    fold.add(Story.readAgain)
    #expect(fold.statuses == [.read, .read, .read])
    let account = fold.picture.rebalance
    #expect(account?.startedMs == 11_000 && account?.endedMs == 11_800 && account?.rounds == 1)
    #expect(account?.cause == .sessionTimedOut(Story.id(a)))
    // Dead at 1000, first fetch at 12000; the survivors stopped at 11500.
    #expect(account?.notReadMs == [11_000, 500, 600])
    #expect((0..<3).map { account?.verdict($0) } == [.moved, .kept, .kept])
    #expect(account?.count(.moved) == 1 && account?.count(.needless) == 0)
    // The dead member had read up to 10 and committed 3.
    #expect(account?.readTwice == [7, 0, 0])
  }

  @Test func aMoveBetweenTwoWhoStayedIsNeedless() {
    var fold = Fold(
      Story.start + Story.joined + Story.settled + Story.killed + Story.removed)
    let shares = [Story.share(b, 0, 2), Story.share(c, 1)]
    fold.add(11_600, .groupState(.completingRebalance, Generation(2), nil))
    fold.add(11_800, .plan(Generation(2), shares))
    fold.add(11_800, .groupState(.stable, Generation(2), nil))
    let account = fold.picture.rebalance
    #expect((0..<3).map { account?.verdict($0) } == [.moved, .needless, .needless])
  }

  @Test func aSecondRoundBelongsToTheSameRebalance() {
    var fold = Fold(Story.start + Story.joined + Story.settled + Story.removed)
    fold.add(11_600, .groupState(.completingRebalance, Generation(2), nil))
    fold.add(11_700, .groupState(.preparingRebalance, Generation(2), .newMember("x")))
    #expect(fold.picture.rebalance?.rounds == 2)
    #expect(fold.picture.rebalance?.startedMs == 11_000)
    #expect(fold.picture.rebalance?.cause == .sessionTimedOut(Story.id(a)))
    #expect(fold.picture.rebalance?.latestCause?.cause == .newMember("x"))
  }

  /// What another member has may be read or not: no time is counted, and what was stays charged.
  @Test func whatAnotherMemberHasIsNotCountedAsUnread() {
    var fold = Fold(
      Story.start + Story.joined + Story.settled + Story.killed + Story.removed)
    let other = PlannedShare(slot: nil, memberId: "x", partitions: [Story.partition(0)])
    fold.add(11_600, .groupState(.completingRebalance, Generation(2), nil))
    fold.add(11_800, .plan(Generation(2), [other, Story.share(b, 1), Story.share(c, 2)]))
    fold.add(11_800, .groupState(.stable, Generation(2), nil))
    fold.picture.advance(toMs: 20_000)
    #expect(fold.statuses == [.unknown, .read, .read])
    #expect(fold.picture.notReadMs(0) == nil)
    #expect(fold.picture.accountNotReadMs(0) == 10_800)
  }

  /// A row alone does not tell whether a process that is not ours reads.
  @Test func whatAStrangerHasIsNotCountedAsUnread() {
    let stranger = MemberSlot(3)
    let identity = MemberIdentity(name: "foreign", clientId: "foreign", isOurs: false)
    var fold = Fold(Story.start + Story.joined + Story.settled)
    fold.add(1_000, .groupState(.preparingRebalance, Generation(1), .newMember("x")))
    fold.add(1_000, .memberSeen(stranger, identity))
    fold.add(1_000, .memberAdded(stranger, "x"))
    fold.add(1_100, .revoked(a, [Story.partition(0)]))
    fold.add(1_600, .groupState(.completingRebalance, Generation(2), nil))
    let share = PlannedShare(slot: stranger, memberId: "x", partitions: [Story.partition(0)])
    fold.add(1_800, .plan(Generation(2), [share, Story.share(b, 1), Story.share(c, 2)]))
    fold.add(1_800, .groupState(.stable, Generation(2), nil))
    fold.picture.advance(toMs: 20_000)
    #expect(fold.statuses[0] == .unknown)
    #expect(fold.picture.partitions[0].shownOwner == stranger)
    #expect(fold.picture.notReadMs(0) == nil)
    #expect(fold.picture.accountNotReadMs(0) == 700)
    #expect(fold.picture.rebalance?.verdict(0) == .moved)
  }

  /// A partition that is added to the first topic comes last.
  @Test func topicsAreCountedWhateverTheirOrder() {
    var fold = Fold([TimedEvent(0, .topic("a", partitions: 1))])
    #expect(!fold.picture.hasManyTopics)
    fold.add(0, .topic("b", partitions: 1))
    fold.add(10, .topic("a", partitions: 2))
    #expect(fold.picture.hasManyTopics)
  }
}
