import Feed
import KafkaModel
import Testing

/// What a rebalance is charged with, and by whom it was caused.
@Suite struct AccountTests {
  private let a = Story.a
  private let b = Story.b
  private let c = Story.c
  private let d = MemberSlot(3)
  private let calm = Story.start + Story.joined + Story.settled

  /// D joins and takes partition 2 from C; A and B exchange theirs.
  private func joinOfD() -> Fold {
    var fold = Fold(calm)
    fold.add(
      2_000, .memberSeen(d, MemberIdentity(name: "peter-kafka04", clientId: "rdkafka")))
    fold.add(2_000, .memberAdded(d, Story.id(d)))
    fold.add(2_000, .groupState(.preparingRebalance, Generation(1), .newMember(Story.id(d))))
    fold.add(2_600, .groupState(.completingRebalance, Generation(2), nil))
    let shares = [Story.share(a, 1), Story.share(b, 0), Story.share(c), Story.share(d, 2)]
    fold.add(2_800, .plan(Generation(2), shares))
    fold.add(2_800, .groupState(.stable, Generation(2), nil))
    return fold
  }

  /// The newcomer is a member before the phase begins that its JoinGroup causes.
  @Test func whatANewcomerGetsHasMovedAndIsNotNeedless() {
    let account = joinOfD().picture.rebalance
    #expect((0..<3).map { account?.verdict($0) } == [.needless, .needless, .moved])
  }

  /// One member's answer tells its own share; whose the rest is, the others' answers tell later.
  @Test func aPlanThatIsLearnedPieceByPieceIsOneVerdict() {
    var fold = Fold(calm)
    fold.add(2_000, .groupState(.preparingRebalance, Generation(1), .memberRejoined(Story.id(a))))
    fold.add(2_600, .groupState(.completingRebalance, Generation(2), nil))
    let rest = PlannedShare(
      slot: nil, memberId: "", partitions: [Story.partition(0), Story.partition(1)])
    fold.add(2_800, .plan(Generation(2), [rest, Story.share(c, 2)]))
    fold.add(2_800, .groupState(.stable, Generation(2), nil))
    #expect(fold.picture.rebalance?.count(.kept) == 1)
    fold.add(
      3_000, .plan(Generation(2), [Story.share(a, 0), Story.share(b, 1), Story.share(c, 2)]))
    #expect(fold.picture.rebalance?.count(.kept) == 3)
    #expect(fold.timeline.rebalances.last?.count(.kept) == 3)
  }

  @Test func aRestartedMemberIsANewcomer() {
    var fold = Fold(calm)
    fold.add(2_000, .process(a, .killed))
    fold.add(2_100, .process(a, .started))
    fold.add(2_200, .memberAdded(a, "rdkafka-new"))
    fold.add(2_200, .groupState(.preparingRebalance, Generation(1), .newMember("rdkafka-new")))
    fold.add(2_600, .groupState(.completingRebalance, Generation(2), nil))
    let new = PlannedShare(slot: a, memberId: "rdkafka-new", partitions: [Story.partition(1)])
    fold.add(2_800, .plan(Generation(2), [new, Story.share(b, 0), Story.share(c, 2)]))
    fold.add(2_800, .groupState(.stable, Generation(2), nil))
    let account = fold.picture.rebalance
    #expect((0..<3).map { account?.verdict($0) } == [.moved, .moved, .kept])
  }

  @Test func whatComesWhileItRunsIsACauseToo() {
    var fold = Fold(calm + Story.killed + Story.removed)
    fold.add(11_600, .groupState(.completingRebalance, Generation(2), nil))
    fold.add(22_000, .memberRemoved(b, Story.id(b), .sessionTimedOut))
    fold.add(
      22_000, .groupState(.preparingRebalance, Generation(2), .sessionTimedOut(Story.id(b))))
    let account = fold.picture.rebalance
    #expect(account?.rounds == 2 && account?.cause == .sessionTimedOut(Story.id(a)))
    #expect(account?.latestCause?.cause == .sessionTimedOut(Story.id(b)))
    #expect(account?.latestCause?.atMs == 22_000)
  }

  @Test func aMemberThatTheJoinPhaseWaitedForInVainIsACause() {
    var fold = Fold(calm + Story.killed + Story.removed)
    fold.add(15_000, .memberRemoved(c, Story.id(c), .sessionTimedOut))
    #expect(fold.picture.rebalance?.latestCause?.cause == .sessionTimedOut(Story.id(c)))
    #expect(fold.picture.rebalance?.causes.count == 2)
  }

  @Test func newcomersOfOneJoinPhaseAreAllCauses() {
    var fold = Fold(calm)
    fold.add(2_000, .groupState(.preparingRebalance, Generation(1), .newMember("x")))
    for index in 3...4 {
      let slot = MemberSlot(index)
      fold.add(2_100, .memberSeen(slot, MemberIdentity(name: "m\(index)", clientId: "m")))
      fold.add(2_100, .memberAdded(slot, Story.id(slot)))
    }
    #expect(
      fold.picture.rebalance?.causes.map(\.cause)
        == ["x", Story.id(d), Story.id(MemberSlot(4))].map { .newMember($0) })
  }

  @Test func itIsSettledWhenEverythingIsReadAgainOrKnownNotToBe() {
    var fold = Fold(calm + Story.killed + Story.removed + Story.planned)
    #expect(fold.picture.rebalance?.isOver == true && !fold.picture.isRebalanceSettled)
    for timed in Story.readAgain {
      #expect(!fold.picture.isRebalanceSettled)
      fold.add([timed])
    }
    #expect(fold.picture.isRebalanceSettled)

    var dies = Fold(calm + Story.killed + Story.removed + Story.planned)
    dies.add(Array(Story.readAgain.dropLast()))
    dies.add(12_050, .process(c, .killed))
    #expect(dies.picture.isRebalanceSettled)
  }

  @Test func anEmptyGroupHasNoPlanAndNobodyToTakeFrom() {
    var fold = Fold(calm)
    for slot in [a, b, c] {
      fold.add(2_000, .revoked(slot, [Story.partition(Int32(slot.index))]))
      fold.add(2_000, .memberRemoved(slot, Story.id(slot), .left))
    }
    fold.add(2_000, .groupState(.empty, Generation(2), nil))
    fold.add(3_000, .groupState(.preparingRebalance, Generation(2), .groupWasEmpty("x")))
    #expect(fold.picture.rebalance?.before == [.nobody, .nobody, .nobody])
  }
}
