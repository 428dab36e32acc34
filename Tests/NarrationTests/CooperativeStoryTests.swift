import Feed
import KafkaModel
import Narration
import Testing

/// Figure 6-14 told by hand: B gives partition 1 up for D, which is new, in two rounds.
@Suite struct CooperativeStoryTests {
  private let a = MemberSlot(0)
  private let b = MemberSlot(1)
  private let c = MemberSlot(2)
  private let d = MemberSlot(3)
  private let one = TopicPartition("t", 1)

  private func share(_ slot: MemberSlot, _ numbers: Int32...) -> PlannedShare {
    PlannedShare(
      slot: slot, memberId: Sample.id(slot.index),
      partitions: numbers.map { TopicPartition("t", $0) })
  }

  /// The first round's plan is written.
  private func firstPlan() -> Sample {
    var sample = Sample.stable(["cooperative-sticky"])
    sample.at(5000, .memberSeen(d, MemberIdentity(name: "m3", clientId: "m")))
    sample.at(5000, .process(d, .started), .memberAdded(d, Sample.id(3)))
    sample.at(5000, .groupState(.preparingRebalance, Generation(1), .newMember(Sample.id(3))))
    sample.at(6000, .groupState(.completingRebalance, Generation(2), nil))
    sample.at(6500, .plan(Generation(2), [share(a, 0), share(b), share(c, 2), share(d)]))
    sample.at(6500, .groupState(.stable, Generation(2), nil))
    return sample
  }

  private func secondRound() -> Sample {
    var sample = firstPlan()
    sample.at(7000, .revoked(b, [one]), .assigned(b, [], Generation(2)))
    sample.at(7100, .doing(b, .joining))
    sample.at(
      7500, .groupState(.preparingRebalance, Generation(2), .leaderRejoined(Sample.id(1))))
    sample.at(7500, .joined(b))
    return sample
  }

  @Test func whileAllJoinNobodyStops() {
    var sample = Sample.stable(["cooperative-sticky"])
    sample.at(5000, .groupState(.preparingRebalance, Generation(1), .newMember(Sample.id(3))))
    #expect(sample.story.why.last == .cooperativeKeeps)
    #expect(sample.story.next.last == .readOn([a, b, c]))
    #expect(sample.story.cost == [.allReadSoFar(partitionMs: 0)])
  }

  @Test func theFirstPlanTakesAndIsNoVerdictYet() {
    let sample = firstPlan()
    #expect(sample.story.why.last == .roundTakes([.number(1)], from: [b]))
    #expect(sample.story.next.first == .givesUpAndRejoins([b], [.number(1)]))
    #expect(sample.picture.rebalance?.isOver == false)
    #expect(Narrator.verdict(sample.picture) == nil)
  }

  @Test func betweenTheRoundsOnlyOneIsUnread() {
    var sample = firstPlan()
    sample.at(7000, .revoked(b, [one]), .assigned(b, [], Generation(2)))
    #expect(sample.story.why.last == .roundTook([.number(1)], from: [b], haveRejoined: false))
    #expect(sample.story.cost.first == .oneNotRead(.number(1), ms: 0, lag: nil))
    sample = secondRound()
    #expect(sample.story.why.first == .cause(.newMember(.slot(d)), isOver: true))
    #expect(sample.story.why.last == .roundTook([.number(1)], from: [b], haveRejoined: true))
    #expect(sample.story.next.contains(.secondRoundGives([.number(1)])))
    #expect(sample.picture.rebalance?.rounds == 2)
  }

  @Test func bothRoundsAreOneRebalanceWithOneVerdict() {
    var sample = secondRound()
    sample.at(8000, .groupState(.completingRebalance, Generation(3), nil))
    sample.at(8500, .plan(Generation(3), [share(a, 0), share(b), share(c, 2), share(d, 1)]))
    sample.at(8500, .groupState(.stable, Generation(3), nil))
    sample.at(9000, .assigned(d, [one], Generation(3)), .readingStarted(d, one, Offset(0)))
    sample.at(9000, .doing(d, .reading), .doing(b, .idle))
    #expect(
      sample.story.why.prefix(2) == [
        .cause(.newMember(.slot(d)), isOver: true), .roundGave([.number(1)], to: [d]),
      ])
    #expect(
      sample.story.cost == [
        .verdict(
          kept: 2, moved: 1, needless: 0, rounds: 2, partitionMs: 2000, healthyMs: 2000)
      ])
    #expect(sample.timeline.rebalances.count == 2)
  }

  /// The old owner dies before it could give anything up: what follows is the same rebalance.
  @Test func aDeathBetweenTheRoundsBelongsToThem() {
    var sample = firstPlan()
    sample.at(6600, .process(b, .killed))
    sample.at(16_600, .memberRemoved(b, Sample.id(1), .sessionTimedOut))
    sample.at(
      16_600, .groupState(.preparingRebalance, Generation(2), .sessionTimedOut(Sample.id(1))))
    #expect(sample.picture.rebalance?.rounds == 2)
    #expect(
      sample.story.why.first
        == .cause(.sessionTimedOut(.slot(b), limitMs: 10_000, atMs: 16_600), isOver: false))
  }
}
