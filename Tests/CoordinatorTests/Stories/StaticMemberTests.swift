import KafkaModel
import Testing

@testable import Coordinator

/// Static members (KIP-345): what the captures of a real broker do not show.
@Suite struct StaticMemberTests {
  /// Two static members, Stable: `a` leads.
  private func stable() -> (Broker, MemberId, MemberId) {
    var broker = Broker()
    let a = broker.join(instance: "a")
    let b = broker.join(instance: "b")
    broker.advance(byMs: 6000)
    let ids = [a, b].map { broker.joined($0)?.memberId ?? "" }
    broker.sync(ids[1], instance: "b")
    broker.sync(ids[0], instance: "a", plan: [(ids[0], [1]), (ids[1], [2])])
    return (broker, ids[0], ids[1])
  }

  @Test func aReturnInStableChangesOnlyTheId() {
    var (broker, a, b) = stable()
    let answer = broker.joined(broker.join(instance: "b"))
    #expect(answer?.generationId == Generation(1))
    #expect(answer?.leader == a)
    #expect(broker.state == .stable)
    let fresh = answer?.memberId ?? ""
    #expect(fresh != b)
    #expect(broker.synced(broker.sync(fresh, instance: "b"))?.assignment == [2])
    #expect(broker.heartbeat(b, instance: "b") == .fencedInstanceId)
    #expect(broker.heartbeat(b) == .unknownMemberId)
    #expect(
      broker.coordinator.hardState.group("g")?.members.contains { $0.memberId == fresh } == true)
  }

  @Test func aReturnThatCannotBeWrittenIsUndone() {
    var (broker, a, _) = stable()
    broker.holdsWrites = true
    let token = broker.join(instance: "a")
    #expect(broker.joined(token) == nil)
    broker.confirm(error: .notEnoughReplicas)
    #expect(broker.joined(token)?.errorCode == .coordinatorNotAvailable)
    #expect(broker.group?.leader == a)
    #expect(broker.heartbeat(a, instance: "a") == ErrorCode.none)
  }

  @Test func aReturnWhileItsOldSelfWaitsFencesIt() {
    var (broker, a, b) = stable()
    let old = broker.join(b, instance: "b", metadata: [9])
    let new = broker.join(instance: "b", metadata: [9])
    #expect(broker.joined(old)?.errorCode == .fencedInstanceId)
    broker.join(a, instance: "a")
    #expect(broker.joined(new)?.generationId == Generation(2))
  }

  @Test func aReturnWhileItsOldSelfWaitsForThePlanFencesIt() {
    var (broker, a, b) = stable()
    broker.join(a, instance: "a", metadata: [9])
    broker.join(b, instance: "b")
    #expect(broker.state == .completingRebalance)
    let old = broker.sync(b, instance: "b")
    broker.join(instance: "b")
    #expect(broker.synced(old)?.errorCode == .fencedInstanceId)
    #expect(broker.state == .preparingRebalance)
  }

  @Test func aReturnBringsItsOwnTimeoutsAndANewSession() {
    var (broker, a, _) = stable()
    broker.advance(byMs: 9000)
    broker.heartbeat(a, instance: "a")
    let answer = broker.joined(
      broker.join(instance: "b", metadata: [7], sessionMs: 20_000, rebalanceMs: 90_000))
    let member = broker.group?.member(answer?.memberId ?? "")
    #expect(member?.sessionTimeoutMs == 20_000 && member?.rebalanceTimeoutMs == 90_000)
    #expect(member?.metadata(for: "range") == [7])
    broker.advance(byMs: 9000)
    broker.heartbeat(a, instance: "a")
    #expect(broker.group?.memberCount == 2)
  }

  /// Four static members in Stable, ids first to join first.
  private func four() -> (Broker, [MemberId]) {
    var broker = Broker()
    let tokens = ["a", "b", "c", "d"].map {
      broker.join(instance: $0, sessionMs: 100_000, rebalanceMs: 20_000)
    }
    broker.advance(byMs: 6000)
    let ids = tokens.map { broker.joined($0)?.memberId ?? "" }
    for id in ids.reversed() { broker.sync(id) }
    return (broker, ids)
  }

  private func rejoin(_ broker: inout Broker, _ id: MemberId) -> RequestToken {
    broker.join(
      id, instance: InstanceId(String(id.text.prefix(1))), metadata: [9], sessionMs: 100_000,
      rebalanceMs: 20_000)
  }

  @Test func aLeaderThatStaysAwayIsFollowedByTheFirstThatJoinedInHashOrder() {
    let (stable, ids) = four()
    for absent in 1..<4 {
      var broker = stable
      let joined = ids.indices.filter { $0 != 0 && $0 != absent }.map { ids[$0] }
      let tokens = joined.map { rejoin(&broker, $0) }
      broker.advance(byMs: 20_000)
      let order = JavaOrder.ordered(ids, largestCount: 4)
      #expect(broker.joined(tokens[0])?.leader == order.first(where: joined.contains))
      // Those who stayed away are members still.
      #expect(broker.group?.memberCount == 4)
    }
  }

  @Test func aPhaseThatNobodyJoinsIsExtended() {
    var (broker, ids) = four()
    #expect(broker.leave([("", "d")])?.members.first?.errorCode == ErrorCode.none)
    let fromMs = broker.nowMs
    broker.advance(byMs: 20_000)
    #expect(broker.state == .preparingRebalance)
    #expect(broker.generation == 1)
    #expect(broker.group?.joinDueMs == fromMs + 40_000)
    let token = rejoin(&broker, ids[0])
    broker.advance(byMs: 20_000)
    #expect(broker.joined(token)?.generationId == Generation(2))
  }

  @Test func oneThatStaysAwayHasANewSessionFromTheEndOfThePhase() {
    var (broker, ids) = four()
    for id in ids.dropLast() { _ = rejoin(&broker, id) }
    broker.advance(byMs: 20_000)
    #expect(broker.state == .completingRebalance)
    #expect(broker.group?.member(ids[3])?.sessionDueMs == broker.nowMs + 100_000)
    // It comes for its part once, and is never heard of again.
    broker.sync(ids[3], instance: "d")
    for id in ids.dropLast().reversed() { broker.sync(id) }
    for _ in 0..<10 {
      broker.advance(byMs: 10_000)
      for id in ids.dropLast() { broker.heartbeat(id) }
    }
    #expect(broker.removal(of: ids[3]) == .sessionTimedOut)
    #expect(broker.causes.last == .sessionTimedOut(ids[3]))
    #expect(broker.state == .preparingRebalance)
  }
}
