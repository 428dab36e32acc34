import Feed
import KafkaModel
import Narration
import Testing

/// What is said from a member's death to the verdict, and when something comes in between.
@Suite struct RebalanceStoryTests {
  private let a = MemberSlot(0)
  private let b = MemberSlot(1)
  private let c = MemberSlot(2)

  private func preparing() -> Sample {
    var sample = Sample.stable()
    sample.at(5000, .process(a, .killed))
    sample.at(13_300, .memberRemoved(a, Sample.id(0), .sessionTimedOut))
    sample.at(
      13_300,
      .groupState(.preparingRebalance, Generation(1), .sessionTimedOut(Sample.id(0))))
    sample.at(13_300, .deadline(.join, dueMs: 313_300))
    return sample
  }

  private func completing() -> Sample {
    var sample = preparing()
    for (index, slot) in [b, c].enumerated() {
      let own = sample.picture.partitions[index + 1].partition
      sample.at(14_000, .doing(slot, .joining), .revoked(slot, [own]))
      sample.at(14_000, .requestSent(slot, .joinGroup), .joined(slot))
    }
    sample.at(14_100, .groupState(.completingRebalance, Generation(2), nil), .leader(b))
    return sample
  }

  private func plan(_ sample: Sample) -> FeedEvent {
    let partitions = sample.picture.partitions.map(\.partition)
    return .plan(
      Generation(2),
      [
        PlannedShare(slot: b, memberId: Sample.id(1), partitions: Array(partitions[0...1])),
        PlannedShare(slot: c, memberId: Sample.id(2), partitions: [partitions[2]]),
      ])
  }

  @Test func eachStepOfJoiningIsTold() {
    var sample = preparing()
    sample.at(13_900, .doing(b, .revoking))
    #expect(sample.story.next == [.waitsFor([c]), .givesUp([b])])
    sample.at(14_000, .doing(b, .joining), .requestSent(b, .joinGroup))
    #expect(sample.story.next == [.waitsFor([c]), .joinOnItsWay([b])])
    sample.at(14_050, .joined(b))
    #expect(sample.story.next == [.waitsFor([c]), .atMost(inMs: 299_250)])
    sample.at(14_100, .doing(c, .joining), .joined(c), .leader(b))
    // Nothing is left to wait for.
    #expect(sample.story.next == [.allJoined(leader: b)])
    sample.at(14_100, .leader(a))
    #expect(sample.story.next == [.allJoined(leader: nil)])
  }

  @Test func eachStepOfThePlanIsTold() {
    var sample = completing()
    #expect(sample.story.next == [.leaderIsTold(b, waiting: [])])
    sample.at(14_200, .doing(b, .assigning), .requestSent(b, .syncGroup))
    #expect(sample.story.next == [.planOnItsWay(b, waiting: [])])
    sample.at(14_300, .doing(c, .syncing), .requestSent(c, .syncGroup))
    #expect(sample.story.next == [.planOnItsWay(b, waiting: [c])])
    sample.at(14_400, plan(sample), .groupState(.stable, Generation(2), nil))
    #expect(sample.story.next == [.sharesSent([b, c])])
    let partitions = sample.picture.partitions.map(\.partition)
    sample.at(14_500, .assigned(b, Array(partitions[0...1]), Generation(2)))
    sample.at(14_500, .doing(b, .fetchingOffsets))
    #expect(sample.story.next == [.sharesSent([c]), .readsAfterOffsets([b])])
  }

  @Test func theVerdictWaitsForTheLastPartitionAndNoSumShrinks() {
    var sample = completing()
    let partitions = sample.picture.partitions.map(\.partition)
    var sums: [Int64] = []
    func look(_ sample: Sample) {
      for case .inRebalance(let ms) in sample.story.cost { sums.append(ms) }
    }
    look(sample)
    sample.at(14_400, plan(sample), .groupState(.stable, Generation(2), nil))
    look(sample)
    sample.at(14_500, .assigned(b, Array(partitions[0...1]), Generation(2)))
    sample.at(14_500, .assigned(c, [partitions[2]], Generation(2)))
    sample.at(14_600, .readingStarted(b, partitions[0], Offset(0)))
    look(sample)
    sample.at(14_700, .readingStarted(c, partitions[2], Offset(0)))
    look(sample)
    #expect(sample.story.why.first.map { if case .cause = $0 { true } else { false } } == true)
    // Killed at 5.0 s; the others stopped at 14.0 s.
    let expected: [Int64] = [9300, 10_200, 10_800, 11_000]
    #expect(sums == expected)
    sample.at(14_800, .readingStarted(b, partitions[1], Offset(0)))
    #expect(
      sample.story.cost == [
        .verdict(
          kept: 2, moved: 1, needless: 0, rounds: 1, partitionMs: 11_100, healthyMs: 1500)
      ])
  }

  /// The rows print 9.6, 0.8 and 0.7: the sum is theirs, not that of the milliseconds.
  @Test func theSumIsMadeOfWhatTheRowsPrint() {
    var sample = completing()
    let partitions = sample.picture.partitions.map(\.partition)
    sample.at(14_400, plan(sample), .groupState(.stable, Generation(2), nil))
    sample.at(14_640, .readingStarted(b, partitions[0], Offset(0)))
    sample.at(14_740, .readingStarted(c, partitions[2], Offset(0)))
    sample.at(14_840, .readingStarted(b, partitions[1], Offset(0)))
    #expect(
      sample.story.cost == [
        .verdict(
          kept: 2, moved: 1, needless: 0, rounds: 1, partitionMs: 11_100, healthyMs: 1500)
      ])
  }

  @Test func theDeathOfTheLeaderIsACauseOfItsOwn() {
    var sample = completing()
    sample.at(14_300, .doing(c, .syncing), .process(b, .killed))
    sample.at(14_300, .deadline(.session(b), dueMs: 24_000))
    #expect(sample.story.why == [.leaderSilent(b, sinceMs: 14_000)])
    #expect(sample.story.next == [.leaderGone(b, inMs: 9700)])
    sample.at(24_000, .memberRemoved(b, Sample.id(1), .sessionTimedOut))
    sample.at(
      24_000, .groupState(.preparingRebalance, Generation(2), .sessionTimedOut(Sample.id(1))))
    #expect(
      sample.story.why.first
        == .cause(.sessionTimedOut(.slot(b), limitMs: 10_000, atMs: 24_000), isOver: false))
    // Its SyncGroup was parked: no heartbeat is needed to tell it.
    #expect(sample.story.next.first == .toldBySync([c]))
  }

  @Test func sessionsThatEndInOneJoinPhaseAreNamedTogether() {
    var sample = Sample.stable()
    sample.at(1_000, .process(a, .killed), .process(b, .killed))
    sample.at(11_000, .memberRemoved(a, Sample.id(0), .sessionTimedOut))
    sample.at(
      11_000, .groupState(.preparingRebalance, Generation(1), .sessionTimedOut(Sample.id(0))))
    sample.at(12_000, .memberRemoved(b, Sample.id(1), .sessionTimedOut))
    #expect(
      sample.story.text(in: .english).why.text
        .hasPrefix("A and B were silent: their sessions ended, the last at 0:12.0."))
    #expect(sample.story.text(in: .korean).why.text.hasPrefix("A와 B가 조용했다."))
  }

  @Test func newcomersAreNamedTogether() {
    var sample = Sample.stable()
    for index in 3...4 {
      let slot = MemberSlot(index)
      sample.at(5000, .memberSeen(slot, MemberIdentity(name: "m\(index)", clientId: "m")))
      sample.at(5000, .memberAdded(slot, Sample.id(index)))
      if index == 3 {
        sample.at(
          5000, .groupState(.preparingRebalance, Generation(1), .newMember(Sample.id(3))))
      }
    }
    #expect(sample.story.text(in: .english).why.text.hasPrefix("D and E are new in the group."))
    #expect(sample.story.text(in: .korean).why.text.hasPrefix("D와 E가 그룹에 새로 합류했다."))
  }

  @Test func anOldIdIsAMemberThatTheJoinPhaseWaitsFor() {
    var sample = Sample.stable()
    sample.at(5000, .process(a, .killed), .process(a, .started), .memberAdded(a, "m-0b"))
    sample.at(5100, .groupState(.preparingRebalance, Generation(1), .newMember("m-0b")))
    sample.at(5200, .joined(a), .joined(b), .joined(c))
    let seen = Capabilities(
      kind: .simulation, canTravel: true, canAct: true, seesCoordinator: true)
    let count = JoinCount(sample.picture, seen)
    #expect(count.joined == 3 && count.all == 4 && count.former == [a])
    let book = Language.english.figure
    #expect(book.joined(count) == "3 of 4 joined, waits for A's old id")
  }

  @Test func whoOwnsNothingIsToldRightAfterTheRebalance() {
    var sample = completing()
    let d = MemberSlot(3)
    sample.at(14_200, .process(a, .started))
    sample.at(14_200, .memberSeen(d, MemberIdentity(name: "m3", clientId: "m")))
    for slot in [a, d] { sample.at(14_200, .memberAdded(slot, Sample.id(slot.index))) }
    sample.at(14_400, plan(sample), .groupState(.stable, Generation(2), nil))
    let partitions = sample.picture.partitions.map(\.partition)
    sample.at(14_500, .readingStarted(b, partitions[0], Offset(0)))
    sample.at(14_500, .readingStarted(b, partitions[1], Offset(0)))
    sample.at(14_500, .readingStarted(c, partitions[2], Offset(0)))
    sample.at(14_500, .assigned(b, Array(partitions[0...1]), Generation(2)))
    sample.at(14_500, .assigned(c, [partitions[2]], Generation(2)), .doing(d, .idle))
    #expect(sample.story.why.last == .idle([a, d], members: 4, partitions: 3))
  }
}
