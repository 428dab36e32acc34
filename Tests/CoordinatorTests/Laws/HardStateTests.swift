import KafkaModel
import Testing

@testable import Coordinator

/// What survives a move of the coordinator.
@Suite struct HardStateTests {
  /// load(records) = hard state, after every record of random lives of a group.
  @Test func loadingTheLogGivesTheHardState() {
    for seed in 1...30 as ClosedRange<UInt64> {
      var life = RandomLife(seed: seed)
      for _ in 0..<120 { life.step() }
      var other = Broker()
      other.take(other.coordinator.load(life.broker.log, nowMs: 0))
      #expect(other.coordinator.hardState == life.broker.coordinator.hardState, "seed \(seed)")
    }
  }

  @Test func aLoadedGroupIsStableOrEmpty() {
    let (before, ids) = Broker.stable(2)
    var after = Broker()
    after.take(after.coordinator.load(before.log, nowMs: 50_000))
    after.nowMs = 50_000
    #expect(after.state == .stable)
    #expect(after.generation == 1)
    #expect(after.group?.leader == ids[0])
    #expect(after.group?.member(ids[1])?.assignment == [1])
    #expect(after.group?.member(ids[1])?.sessionDueMs == 60_000)
    #expect(after.heartbeat(ids[1]) == ErrorCode.none)
    after.advance(byMs: 20_000)
    #expect(after.state == .empty)
  }

  @Test func aRebalanceInFlightIsLost() {
    var (before, ids) = Broker.stable(1)
    let newcomer = before.joinNew()
    before.join(ids[0])
    #expect(before.generation == 2)
    var after = Broker()
    after.take(after.coordinator.load(before.log, nowMs: 0))
    #expect(after.generation == 1)
    #expect(after.heartbeat(ids[0], generation: 2) == .illegalGeneration)
    #expect(after.heartbeat(newcomer.id, generation: 2) == .unknownMemberId)
  }

  @Test func unloadingAnswersEverybodyNotCoordinator() {
    var (broker, ids) = Broker.stable(2)
    broker.holdsWrites = true
    let commits = broker.send(
      .offsetCommit(
        OffsetCommitRequest(
          groupId: "g", generationId: Generation(1), memberId: ids[1],
          topics: [
            .init(name: "t", partitions: [.init(partitionIndex: 0, committedOffset: Offset(1))])
          ])))
    let joins = broker.join(ids[0])
    broker.take(broker.coordinator.unload(nowMs: broker.nowMs))
    #expect(broker.joined(joins)?.errorCode == .notCoordinator)
    #expect(broker.answer(commits) != nil)
    #expect(broker.timers.isEmpty)
    #expect(broker.group == nil)
    #expect(broker.heartbeat(ids[0], generation: 1) == .notCoordinator)
    #expect(broker.joined(broker.join())?.errorCode == .notCoordinator)
    // A write of the former term changes nothing any more.
    broker.confirm()
    #expect(broker.coordinator.hardState == HardState())
  }

  @Test func loadingAnswersHeartbeatsBlindly() {
    var broker = Broker()
    broker.take(broker.coordinator.startLoading(nowMs: 0))
    #expect(broker.heartbeat("x", generation: 7) == ErrorCode.none)
    #expect(broker.joined(broker.join())?.errorCode == .coordinatorLoadInProgress)
    #expect(broker.commit("x", 1) == .coordinatorLoadInProgress)
  }
}
