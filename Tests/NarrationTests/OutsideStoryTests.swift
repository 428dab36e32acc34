import Feed
import KafkaModel
import Narration
import Testing

/// Members that are out of the group, and groups that nobody is in.
@Suite struct OutsideStoryTests {
  private let a = MemberSlot(0)
  private let b = MemberSlot(1)

  private func left(_ sample: inout Sample, _ index: Int, at ms: Int64) {
    let slot = MemberSlot(index)
    sample.at(ms, .pollMissed(slot), .doing(slot, .connecting))
    sample.at(ms, .memberRemoved(slot, Sample.id(index), .left))
  }

  @Test func anEmptyGroupMayStillBeReadFromOutside() {
    var sample = Sample.stable()
    for index in 0..<3 { left(&sample, index, at: 5000) }
    sample.at(5000, .groupState(.empty, Generation(2), nil))
    #expect(sample.story.why == [.readsOutside(a, isGroupEmpty: true)])
    #expect(sample.story.cost == [.readOutside(3, of: 3)])
    #expect(sample.story.next == [.returnsAfterBatch(a)])
    for index in 0..<3 {
      sample.at(6000, .lost(MemberSlot(index), [sample.picture.partitions[index].partition]))
    }
    #expect(sample.story.why == [.empty])
  }

  @Test func whoReadsOutsideOfALivingGroupIsNamed() {
    var sample = Sample.stable()
    left(&sample, 0, at: 5000)
    #expect(sample.story.why == [.readsOutside(a, isGroupEmpty: false)])
  }

  @Test func anEmptyGroupWaitsForWhoIsAlive() {
    var sample = Sample.stable()
    sample.at(5000, .process(a, .killed), .process(MemberSlot(2), .killed))
    sample.at(5000, .process(b, .pollStopped))
    for index in 0..<3 {
      sample.at(15_000, .memberRemoved(MemberSlot(index), Sample.id(index), .sessionTimedOut))
    }
    sample.at(15_000, .groupState(.empty, Generation(2), nil))
    #expect(sample.story.next == [.returnsWithPoll(b)])
    sample.at(15_100, .process(b, .killed))
    #expect(sample.story.next == [.tryRestart(a)])
  }

  /// The session began with the join; the moment of death says nothing of it.
  @Test func whoDiedBeforeItsFirstHeartbeatIsSilentSinceItJoined() {
    var sample = Sample.stable()
    let d = MemberSlot(3)
    sample.at(5000, .memberSeen(d, MemberIdentity(name: "m3", clientId: "m")))
    sample.at(5000, .memberAdded(d, Sample.id(3)), .process(d, .started))
    sample.at(5000, .memberAdded(d, Sample.id(3)), .deadline(.session(d), dueMs: 16_000))
    sample.at(7700, .process(d, .killed))
    #expect(sample.story.why == [.silent(d, sinceMs: 6000)])
  }

  @Test func nobodyHadAnythingInAGroupThatWasEmpty() {
    var sample = Sample.stable()
    for index in 0..<3 {
      let slot = MemberSlot(index)
      sample.at(5000, .revoked(slot, sample.picture[slot].owned))
      sample.at(5000, .memberRemoved(slot, Sample.id(index), .left), .process(slot, .ended))
    }
    sample.at(5000, .groupState(.empty, Generation(2), nil))
    sample.at(6000, .process(a, .started), .memberAdded(a, "m-0b"))
    sample.at(6000, .groupState(.preparingRebalance, Generation(2), .groupWasEmpty("m-0b")))
    #expect(!sample.story.why.contains(.eagerStop))
  }

  @Test func sentencesBeginWithACapitalAndLettersStay() {
    var sample = Sample.stable()
    sample.at(5000, .groupState(.preparingRebalance, Generation(1), .newMember("stranger")))
    #expect(sample.story.text(in: .english).why.text.hasPrefix("Another member is new"))
    let other = Story(why: [.otherMember([.number(2)])], cost: [], next: [])
    #expect(
      other.text(in: .english).why.text == "Partition 2 is owned by a member not shown.")
    let small = Story(
      why: [.cause(.newMember(.slot(MemberSlot(26))), isOver: true)], cost: [], next: [])
    #expect(small.text(in: .english).why.text == "a is new in the group.")
  }

  @Test func longSumsHaveTheirThousandsApart() {
    let cost = Story(why: [], cost: [.soFar(partitionMs: 1_923_849)], next: [])
    #expect(cost.text(in: .english).cost.text == "1,923.8 partition-seconds so far")
    #expect(cost.text(in: .korean).cost.text == "지금까지 1,923.8 파티션·초")
  }
}
