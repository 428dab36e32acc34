import KafkaModel
import Testing

@testable import Coordinator

/// SyncGroup, the plan and its write.
@Suite struct SyncTests {
  @Test func followersWaitForTheLeader() {
    var (broker, ids) = Broker.completing(2)
    let follower = broker.sync(ids[1])
    #expect(broker.synced(follower) == nil)
    let leader = broker.sync(ids[0], plan: [(ids[0], [7]), (ids[1], [8])])
    #expect(broker.synced(leader)?.assignment == [7])
    #expect(broker.synced(follower)?.assignment == [8])
    #expect(broker.state == .stable)
    #expect(broker.synced(broker.sync(ids[1]))?.assignment == [8])
  }

  @Test func whomTheLeaderLeftOutGetsNothing() {
    var (broker, ids) = Broker.completing(2)
    broker.sync(ids[0], plan: [(ids[0], [7])])
    #expect(broker.synced(broker.sync(ids[1]))?.assignment == [])
  }

  @Test func nobodyIsAnsweredBeforeThePlanIsWritten() {
    var (broker, ids) = Broker.completing(2)
    broker.holdsWrites = true
    let follower = broker.sync(ids[1])
    let leader = broker.sync(ids[0], plan: [(ids[1], [8])])
    #expect(broker.synced(leader) == nil)
    #expect(broker.state == .completingRebalance)
    #expect(broker.coordinator.hardState.group("g")?.generation == Generation(0))
    broker.confirm()
    #expect(broker.synced(follower)?.assignment == [8])
    #expect(broker.coordinator.hardState.group("g")?.generation == Generation(1))
  }

  @Test func aFailedWriteRebalances() {
    var (broker, ids) = Broker.completing(2)
    broker.holdsWrites = true
    let follower = broker.sync(ids[1])
    let leader = broker.sync(ids[0])
    broker.confirm(error: .notEnoughReplicas)
    #expect(broker.synced(follower)?.errorCode == .coordinatorNotAvailable)
    #expect(broker.synced(leader)?.errorCode == .coordinatorNotAvailable)
    #expect(broker.causes.last == .writeFailed)
    #expect(broker.coordinator.hardState.group("g")?.generation == Generation(0))
  }

  @Test func aRebalanceThatBeginsDuringTheWriteWins() {
    var (broker, ids) = Broker.completing(2)
    broker.holdsWrites = true
    let leader = broker.sync(ids[0], plan: [(ids[0], [7])])
    broker.join(ids[1], metadata: [9])
    #expect(broker.synced(leader)?.errorCode == .rebalanceInProgress)
    broker.confirm()
    #expect(broker.state == .preparingRebalance)
    // What is written is written: a new coordinator would start from it.
    #expect(broker.coordinator.hardState.group("g")?.members.count == 2)
  }

  @Test func whatTheMemberBelievesMustBeTrue() {
    var (broker, ids) = Broker.stable(1)
    #expect(broker.synced(broker.sync("x"))?.errorCode == .unknownMemberId)
    #expect(broker.synced(broker.sync(ids[0], generation: 0))?.errorCode == .illegalGeneration)
    for (type, name) in [("connect", "range"), ("consumer", "sticky")] {
      let token = broker.sync(ids[0], type: type, name: name)
      #expect(broker.synced(token)?.errorCode == .inconsistentGroupProtocol)
    }
  }

  @Test func whoDoesNotSyncInTimeIsRemoved() {
    for missing in 0...1 {
      var (broker, ids) = Broker.completing(2)
      let waits = broker.sync(ids[1 - missing])
      for _ in 0..<12 {
        broker.advance(byMs: 5000)
        for id in ids { broker.heartbeat(id) }
      }
      #expect(broker.removal(of: ids[missing]) == .didNotSync)
      #expect(broker.causes.last == .didNotSync([ids[missing]]))
      // If only the follower was late, the leader's plan was written long ago.
      #expect(
        broker.synced(waits)?.errorCode == (missing == 0 ? .rebalanceInProgress : ErrorCode.none))
    }
  }

  @Test func theSyncTimerStopsWhenAllHaveSynced() {
    let (broker, _) = Broker.stable(3)
    #expect(broker.timers.keys.contains(.sync("g")) == false)
    #expect(broker.group?.syncDueMs == nil)
  }

  @Test func aLeaderThatDiesBeforeItsPlanIsCaughtByItsSession() {
    var (broker, ids) = Broker.completing(2)
    let follower = broker.sync(ids[1])
    broker.advance(byMs: 10_000)
    #expect(broker.removal(of: ids[0]) == .sessionTimedOut)
    #expect(broker.synced(follower)?.errorCode == .rebalanceInProgress)
    #expect(broker.group?.leader == ids[1])
  }

  @Test func aRebalanceInCompletingForgetsPlansAndTimers() {
    var (broker, ids) = Broker.stable(2)
    broker.join(ids[0])
    broker.join(ids[1])
    #expect(broker.state == .completingRebalance)
    // Until the new plan comes the members still have the parts of the old one.
    #expect(broker.group?.member(ids[1])?.assignment == [1])
    let waits = broker.sync(ids[1])
    #expect(broker.group?.syncDueMs == broker.nowMs + 60_000)
    broker.advance(byMs: 9000)
    _ = broker.joinNew()
    #expect(broker.synced(waits)?.errorCode == .rebalanceInProgress)
    #expect(broker.group?.member(ids[1])?.sessionDueMs == broker.nowMs + 10_000)
    #expect(broker.group?.allMembers.allSatisfy { $0.assignment.isEmpty } == true)
    #expect(broker.group?.syncDueMs == nil)
    #expect(broker.group?.allMembers.contains { $0.owesSync } == false)
  }

  @Test func whoWaitsForThePlanDoesNotExpire() {
    var (broker, ids) = Broker.completing(2)
    let waits = broker.sync(ids[1])
    for _ in 0..<3 {
      broker.advance(byMs: 8000)
      broker.heartbeat(ids[0])
    }
    #expect(broker.synced(waits) == nil)
    #expect(broker.group?.member(ids[1])?.sessionDueMs == nil)
    broker.sync(ids[0], plan: [(ids[1], [8])])
    #expect(broker.synced(waits)?.assignment == [8])
  }

  @Test func whoIsHandedItsPartHasANewSession() {
    var (broker, ids) = Broker.completing(2)
    broker.sync(ids[1])
    broker.advance(byMs: 9000)
    broker.sync(ids[0])
    for id in ids { #expect(broker.group?.member(id)?.sessionDueMs == broker.nowMs + 10_000) }
  }

  @Test func whoSyncsAfterThePlanOwesNothing() {
    var (broker, ids) = Broker.completing(2)
    broker.sync(ids[0], plan: [(ids[1], [8])])
    #expect(broker.state == .stable)
    #expect(broker.group?.syncDueMs != nil)
    #expect(broker.synced(broker.sync(ids[1]))?.assignment == [8])
    #expect(broker.group?.syncDueMs == nil)
  }

  @Test func aPlanOfAGenerationThatIsOverIsRefused() {
    var (broker, ids) = Broker.completing(2)
    let changed = broker.join(ids[1], metadata: [9])
    #expect(broker.synced(broker.sync(ids[0]))?.errorCode == .rebalanceInProgress)
    broker.join(ids[0])
    #expect(broker.joined(changed)?.generationId == Generation(2))
    #expect(broker.synced(broker.sync(ids[0], generation: 1))?.errorCode == .illegalGeneration)
    #expect(broker.state == .completingRebalance)
  }
}
