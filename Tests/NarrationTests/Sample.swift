import Feed
import KafkaModel
import Narration

/// A group of three told by hand.
struct Sample {
  var picture = GroupPicture()
  var timeline = Timeline()

  init(assignors: [String] = ["range"]) {
    at(
      0,
      .group(
        GroupFacts(
          groupId: "g", assignors: assignors,
          settings: [
            Setting("session.timeout.ms", "10000", .consumer),
            Setting("heartbeat.interval.ms", "3000", .consumer),
            Setting("max.poll.interval.ms", "300000", .consumer),
          ])))
    at(0, .topic("t", partitions: 3))
    for index in 0..<3 {
      let slot = MemberSlot(index)
      at(0, .memberSeen(slot, MemberIdentity(name: "m\(index)", clientId: "m")))
      at(0, .process(slot, .started))
    }
  }

  mutating func at(_ ms: Int64, _ events: FeedEvent...) {
    for event in events { picture.apply(TimedEvent(ms, event), into: &timeline) }
  }

  static func id(_ index: Int) -> MemberId { MemberId("m-\(index)") }

  /// All three are members, each reads a partition.
  static func stable(_ assignors: [String] = ["range"]) -> Sample {
    var sample = Sample(assignors: assignors)
    sample.at(
      100, .groupState(.preparingRebalance, Generation(0), .groupWasEmpty(id(0))))
    let partitions = sample.picture.partitions.map(\.partition)
    var shares: [PlannedShare] = []
    for index in 0..<3 {
      let slot = MemberSlot(index)
      sample.at(200, .requestSent(slot, .joinGroup), .memberAdded(slot, id(index)))
      sample.at(200, .memberId(slot, id(index)), .joined(slot))
      shares.append(
        PlannedShare(slot: slot, memberId: id(index), partitions: [partitions[index]]))
    }
    sample.at(3000, .groupState(.completingRebalance, Generation(1), nil))
    sample.at(3000, .leader(MemberSlot(1)), .plan(Generation(1), shares))
    sample.at(3100, .groupState(.stable, Generation(1), nil))
    for index in 0..<3 {
      let slot = MemberSlot(index)
      sample.at(3200, .assigned(slot, [partitions[index]], Generation(1)))
      sample.at(3300, .readingStarted(slot, partitions[index], Offset(0)))
      sample.at(3300, .doing(slot, .reading), .heartbeat(slot))
      sample.at(3300, .deadline(.session(slot), dueMs: 13_300))
    }
    return sample
  }

  var story: Story { story(canAct: true) }

  func story(canAct: Bool) -> Story {
    Narrator.story(
      picture, timeline,
      Capabilities(kind: .simulation, canTravel: true, canAct: canAct, seesCoordinator: true))
  }
}
