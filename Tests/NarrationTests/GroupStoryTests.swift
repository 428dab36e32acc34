import Feed
import KafkaModel
import Narration
import Testing

/// Static members, and what an operator does to the whole group.
@Suite struct GroupStoryTests {
  private let a = MemberSlot(0)

  private func staticMembers() -> Sample {
    var sample = Sample.stable()
    for index in 0..<3 {
      sample.at(
        3400,
        .memberSeen(
          MemberSlot(index),
          MemberIdentity(name: "m\(index)", clientId: "m", instanceId: InstanceId("i\(index)"))))
    }
    sample.at(3500, .groupState(.stable, Generation(1), nil))
    return sample
  }

  @Test func aStaticMemberThatStopsIsWaitedFor() {
    var sample = staticMembers()
    sample.at(5000, .process(a, .closing))
    #expect(sample.story.why == [.staticLeaving(a)])
    sample.at(5100, .process(a, .ended))
    #expect(sample.story.why == [.staticSilent(a)])
    #expect(sample.story.next == [.staticReturn(a, inMs: 8200, limitMs: 10_000)])
    #expect(sample.picture[a].word == .stopped)
  }

  @Test func aStaticMemberThatIsBackKeepsItsPlace() {
    var sample = staticMembers()
    let zero = sample.picture.partitions[0].partition
    sample.at(4900, .position(a, zero, Offset(20)))
    sample.at(5000, .process(a, .killed))
    sample.at(7000, .process(a, .started))
    #expect(sample.story.why == [.staticBack(a)] && sample.story.next == [.takesPlace(a)])
    sample.at(7100, .doing(a, .joining))
    #expect(sample.story.next == [.joinOnItsWay([a]), .takesPlace(a)])
    sample.at(7200, .memberAdded(a, "i0-new"), .doing(a, .syncing))
    #expect(sample.story.next == [.sharesSent([a])])
    sample.at(7300, .assigned(a, [zero], Generation(1)), .doing(a, .fetchingOffsets))
    #expect(sample.story.why == [.staticReturned(a, [.number(0)])])
    sample.at(7400, .readingStarted(a, zero, Offset(5)), .doing(a, .reading))
    #expect(
      sample.story.cost == [
        .stopWithoutRebalance([.number(0)], partitionMs: 2400),
        .readTwice(records: 15, .number(0)),
      ])
    sample.picture.advance(toMs: 100_000)
    #expect(sample.story.why == [.allRead(members: 3, partitions: 3)])
  }

  @Test func aChangeOfTheAssignorStopsAll() {
    var sample = Sample.stable()
    sample.at(5000, .regrouping(.assignors(["sticky"])))
    sample.at(5000, .process(a, .closing))
    #expect(sample.story.why == [.regrouping(.assignors(["sticky"]))])
    #expect(sample.story.next == [.allLeave])
    for index in 0..<3 {
      let slot = MemberSlot(index)
      sample.at(5100, .memberRemoved(slot, Sample.id(index), .left), .process(slot, .ended))
    }
    sample.at(5100, .groupState(.empty, Generation(2), nil))
    #expect(sample.story.next == [.allStart])
    sample.at(5200, .groupState(.preparingRebalance, Generation(2), .groupWasEmpty("x")))
    sample.at(5200, .deadline(.initialDelay, dueMs: 8200))
    #expect(sample.story.next == [.initialDelay(inMs: 3000, isExtended: false)])
    sample.at(8200, .groupState(.stable, Generation(3), nil))
    #expect(sample.picture.regrouping == nil)
  }

  @Test func aNewPartitionWaitsForTheLeader() {
    var sample = Sample.stable()
    sample.at(5000, .topic("t", partitions: 4))
    #expect(sample.picture.partitions[3].status == .nobody)
    #expect(sample.story.why == [.partitionsAdded([.number(3)])])
    #expect(
      sample.story.next == [.leaderLooks(MemberSlot(1), [.number(3)], inMs: nil)])
    #expect(sample.story.cost == [.oneNotRead(.number(3), ms: 0, lag: nil)])
  }

  @Test func unevenSharesAreTheAssignorsDoing() {
    var sample = Sample.stable()
    let all = sample.picture.partitions.map(\.partition)
    sample.at(5000, .assigned(a, all, Generation(1)))
    #expect(
      sample.story.why
        == [.shares(most: a, 3, least: MemberSlot(1), 1, assignor: "range")])
  }
}
