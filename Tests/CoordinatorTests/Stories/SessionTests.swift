import KafkaModel
import Testing

@testable import Coordinator

/// Heartbeats, sessions, leaving.
@Suite struct SessionTests {
  @Test func heartbeatsKeepASession() {
    var (broker, ids) = Broker.stable(1)
    for _ in 0..<10 {
      broker.advance(byMs: 9999)
      #expect(broker.heartbeat(ids[0]) == ErrorCode.none)
    }
    broker.advance(byMs: 10_000)
    #expect(broker.heartbeat(ids[0]) == .unknownMemberId)
  }

  @Test func aRefusedHeartbeatKeepsNothing() {
    var (broker, ids) = Broker.stable(1)
    broker.advance(byMs: 9999)
    #expect(broker.heartbeat(ids[0], generation: 0) == .illegalGeneration)
    #expect(broker.heartbeat(ids[0], instance: "i") == .unknownMemberId)
    broker.advance(byMs: 1)
    #expect(broker.group?.memberCount == 0)
  }

  @Test func anExpiryInStableRebalances() {
    var (broker, ids) = Broker.stable(2)
    broker.advance(byMs: 5000)
    broker.heartbeat(ids[0])
    broker.advance(byMs: 5000)
    #expect(broker.causes.last == .sessionTimedOut(ids[1]))
    #expect(broker.heartbeat(ids[0]) == .rebalanceInProgress)
    #expect(broker.joined(broker.join(ids[0]))?.generationId == Generation(2))
  }

  @Test func whoWaitsDoesNotExpire() {
    var (broker, ids) = Broker.stable(2)
    let waits = broker.join(ids[0])
    for _ in 0..<5 {
      broker.advance(byMs: 8000)
      broker.heartbeat(ids[1])
    }
    #expect(broker.joined(waits) == nil)
    #expect(broker.group?.member(ids[0])?.sessionDueMs == nil)
    broker.join(ids[1])
    #expect(broker.joined(waits)?.generationId == Generation(2))
    #expect(broker.group?.member(ids[0])?.sessionDueMs == broker.nowMs + 10_000)
  }

  @Test func anExpiryCompletesThePhaseIfAllOthersWait() {
    var (broker, ids) = Broker.stable(2)
    let waits = broker.join(ids[0])
    broker.advance(byMs: 10_000)
    #expect(broker.joined(waits)?.members.count == 1)
  }

  @Test func commitsKeepASessionButNotInCompleting() {
    var (broker, ids) = Broker.stable(1)
    broker.advance(byMs: 9000)
    #expect(broker.commit(ids[0], 5) == ErrorCode.none)
    broker.advance(byMs: 9000)
    #expect(broker.state == .stable)
    var (again, members) = Broker.stable(2)
    again.join(members[0])
    again.advance(byMs: 9000)
    #expect(again.commit(members[1], 5) == ErrorCode.none)
    again.advance(byMs: 9000)
    #expect(again.group?.memberCount == 2)
    var (early, earlyIds) = Broker.completing(1)
    early.advance(byMs: 9000)
    #expect(early.commit(earlyIds[0], 5) == .rebalanceInProgress)
    early.advance(byMs: 1000)
    #expect(early.state == .empty)
  }

  @Test func aTimerThatIsNotArmedDoesNothing() {
    var (broker, ids) = Broker.stable(2)
    let before = "\(broker.coordinator)"
    for timer: CoordinatorTimer in [
      .initialDelay("g"), .join("g"), .sync("g"), .session("g", ids[0]), .session("g", "x"),
      .join("nobody's"),
    ] {
      let outcome = broker.coordinator.fire(timer, nowMs: broker.nowMs + 9999)
      #expect(outcome.happenings.isEmpty && outcome.timers.isEmpty, "\(timer)")
    }
    #expect("\(broker.coordinator)" == before)
  }

  @Test func leavingRebalancesAtOnce() {
    var (broker, ids) = Broker.stable(2)
    #expect(broker.leave(ids[1]) == ErrorCode.none)
    #expect(broker.removal(of: ids[1]) == .left)
    #expect(broker.causes.last == .memberLeft(ids[1]))
    #expect(broker.leave(ids[1]) == .unknownMemberId)
  }

  @Test func aBatchIsJudgedOneByOne() {
    var broker = Broker()
    let first = broker.join(instance: "i")
    broker.advance(byMs: 3000)
    let id = broker.joined(first)?.memberId ?? ""
    let pending = broker.joined(broker.join())?.memberId ?? ""
    let verdicts = broker.leave([
      ("x", nil), ("x", "i"), ("x", "j"), ("", "j"), (pending, nil), ("", "i"), (id, "i"),
    ])
    let expected: [ErrorCode] = [
      .unknownMemberId, .fencedInstanceId, .unknownMemberId, .unknownMemberId, .none, .none,
      .unknownMemberId,
    ]
    #expect(verdicts?.members.map(\.errorCode) == expected)
    #expect(verdicts?.errorCode == ErrorCode.none)
    #expect(broker.state == .empty)
    #expect(broker.generation == 2)
  }

  @Test func aPendingIdThatLeavesAnEmptyGroupDisturbsNobody() {
    var broker = Broker()
    let pending = broker.joined(broker.join())?.memberId ?? ""
    #expect(broker.leave(pending) == ErrorCode.none)
    #expect(broker.state == .empty)
    #expect(broker.timers.isEmpty)
  }

  @Test func leavingAnUnknownGroupIsAnsweredForEachMember() {
    var broker = Broker()
    #expect(broker.leave("x") == .unknownMemberId)
  }

  @Test func leavingRebalancesInCompletingToo() {
    var (broker, ids) = Broker.completing(2)
    let waits = broker.sync(ids[1])
    #expect(broker.leave(ids[0]) == ErrorCode.none)
    #expect(broker.synced(waits)?.errorCode == .rebalanceInProgress)
    #expect(broker.state == .preparingRebalance)
    #expect(broker.causes.last == .memberLeft(ids[0]))
  }

  @Test func aLeaveThatIsRefusedDisturbsNobody() {
    var (broker, ids) = Broker.stable(2)
    let verdicts = broker.leave([("x", nil), (ids[0], "i"), ("", "i")])
    #expect(verdicts?.members.allSatisfy { $0.errorCode == .unknownMemberId } == true)
    #expect(broker.state == .stable)
    #expect(broker.group?.memberCount == 2)
  }
}
