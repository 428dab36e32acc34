import Feed
import KafkaModel
import Testing

@testable import Cluster

/// Static members, whose places outlive their processes (KIP-345).
struct StaticInferenceTests {
  private let a = MemberSlot(0)
  private let b = MemberSlot(1)
  private let one = Generation(1)

  private func partition(_ number: Int32) -> TopicPartition { TopicPartition("t", number) }

  private func hear(
    _ group: inout GroupInference, _ timeMs: Int64, _ event: FeedEvent, _ slot: MemberSlot
  ) -> [FeedEvent] {
    group.heard(TimedEvent(timeMs, event), from: slot).map(\.event)
  }

  /// The group Stable in generation 1: `a` and `b` with a partition each.
  private func stable() -> GroupInference {
    var group = GroupInference()
    for name in ["a", "b"] {
      let slot = group.add(
        MemberIdentity(name: name, clientId: ClientId(name), instanceId: InstanceId("i-" + name)))
      group.started(slot)
    }
    group.partitions = [partition(0), partition(1)]
    for (slot, id) in [(a, "A"), (b, "B")] {
      _ = hear(&group, 1_000, .memberId(slot, MemberId(id)), slot)
      _ = hear(&group, 1_010, .groupState(.completingRebalance, one, nil), slot)
      _ = hear(&group, 1_010, .deadline(.session(slot), dueMs: 10_000), slot)
    }
    let shares = [
      PlannedShare(slot: nil, memberId: "A", partitions: [partition(0)]),
      PlannedShare(slot: nil, memberId: "B", partitions: [partition(1)]),
    ]
    _ = hear(&group, 1_011, .plan(one, shares), a)
    _ = hear(&group, 1_012, .assigned(a, [partition(0)], one), a)
    _ = hear(&group, 1_012, .assigned(b, [partition(1)], one), b)
    return group
  }

  private func described(_ members: [(String, String, Int32)]) throws
    -> DescribeGroupsResponse.Group
  {
    let list = try members.map { id, name, number in
      DescribeGroupsResponse.Member(
        memberId: MemberId(id), groupInstanceId: InstanceId("i-" + name),
        clientId: ClientId(name), clientHost: "/10.0.0.1",
        memberAssignment: try ConsumerAssignment(partitions: [partition(number)]).bytes())
    }
    return .init(groupId: "g", groupState: GroupState.stable.rawValue, members: list)
  }

  @Test func aRestartedOneTakesItsFormersPlaceAndNobodyIsRemoved() throws {
    var group = stable()
    _ = group.died(a, nowMs: 5_000)
    group.started(a)
    #expect(group.ghosts == ["A"])
    let join = FeedEvent.requestSent(a, .joinGroup)
    #expect(hear(&group, 6_000, join, a) == [join])
    // The broker may tell of the new id before the process does.
    let early = try described([("A2", "a", 0), ("B", "b", 1)])
    #expect(group.described(early, askedMs: 6_001, nowMs: 6_002).isEmpty)
    #expect(group.ghosts == ["A"])
    let answer = FeedEvent.responseReceived(a, .joinGroup, .none)
    #expect(hear(&group, 6_010, answer, a) == [answer])
    #expect(hear(&group, 6_010, .memberId(a, "A2"), a) == [.memberId(a, "A2")])
    #expect(
      hear(&group, 6_010, .groupState(.completingRebalance, one, nil), a)
        == [.deadline(.formerSession(a), dueMs: nil), .memberAdded(a, "A2")])
    let assigned = FeedEvent.assigned(a, [partition(0)], one)
    #expect(hear(&group, 6_020, assigned, a) == [assigned])
    #expect(group.ghosts.isEmpty && group.state == .stable)
    // What the broker says then is no news.
    #expect(group.described(early, askedMs: 7_000, nowMs: 7_001).isEmpty)
  }

  @Test func aReturnThatChangesSomethingIsTheCause() {
    var group = stable()
    _ = group.died(a, nowMs: 5_000)
    group.started(a)
    _ = hear(&group, 6_000, .requestSent(a, .joinGroup), a)
    let rebalance = FeedEvent.responseReceived(b, .heartbeat, .rebalanceInProgress)
    #expect(
      hear(&group, 6_100, rebalance, b)
        == [rebalance, .groupState(.preparingRebalance, one, .staticReplaced("a"))])
  }

  @Test func oneThatStaysAwayIsRemovedWhenItsSessionEnds() {
    var group = stable()
    _ = group.died(a, nowMs: 5_000)
    _ = hear(&group, 9_000, .deadline(.session(b), dueMs: 18_000), b)
    let rebalance = FeedEvent.responseReceived(b, .heartbeat, .rebalanceInProgress)
    #expect(
      hear(&group, 10_100, rebalance, b) == [
        rebalance, .memberRemoved(a, "A", .sessionTimedOut),
        .groupState(.preparingRebalance, one, .sessionTimedOut("A")),
      ])
  }

  @Test func closingIsSilenceAndItsSessionGoesOn() {
    var group = stable()
    #expect(hear(&group, 5_000, .doing(a, .leaving), a) == [.doing(a, .leaving)])
    #expect(hear(&group, 5_001, .deadline(.session(a), dueMs: nil), a).isEmpty)
    #expect(group.died(a, nowMs: 5_002).isEmpty)
    #expect(group[a].isMember && group[a].sessionDueMs == 10_000)
  }

  @Test func atTheEndAllThatHadAProcessAreNamedByInstanceId() {
    var group = stable()
    let dynamic = group.add(MemberIdentity(name: "c", clientId: "c"))
    group.started(dynamic)
    _ = hear(&group, 2_000, .memberId(dynamic, "C"), dynamic)
    _ = hear(&group, 2_010, .groupState(.completingRebalance, Generation(2), nil), dynamic)
    _ = group.add(MemberIdentity(name: "d", clientId: "d", instanceId: "i-d"))
    for slot in [a, b, dynamic] { _ = group.died(slot, nowMs: 5_000) }
    #expect(
      group.leftBehind.map { [$0.memberId.text, $0.groupInstanceId?.text] }
        == [["C", nil], ["", "i-a"], ["", "i-b"]])
  }
}
