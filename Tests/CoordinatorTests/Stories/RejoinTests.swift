import KafkaModel
import Testing

@testable import Coordinator

/// JoinGroup of members, the end of the join phase, leader and assignor.
@Suite struct RejoinTests {
  @Test func anUnchangedFollowerIsAnsweredAtOnceInStable() {
    var (broker, ids) = Broker.stable(2)
    let answer = broker.joined(broker.join(ids[1]))
    #expect(answer?.generationId == Generation(1))
    #expect(answer?.members.isEmpty == true)
    #expect(broker.state == .stable)
  }

  /// Kafka counts such a member twice and throws; here the group goes on.
  @Test func whoNamesAnAssignorTwiceSupportsItOnce() {
    var (broker, ids) = Broker.stable(2)
    let waits = broker.join(ids[0], protocols: ["range", "sticky", "range"])
    broker.join(ids[1])
    #expect(broker.joined(waits)?.protocolName == "range")
    broker.join(ids[0])
    broker.join(ids[1])
    #expect(broker.group?.protocolName == "range")
  }

  @Test func theLeadersRejoinAlwaysRebalances() {
    var (broker, ids) = Broker.stable(2)
    let waits = broker.join(ids[0])
    #expect(broker.joined(waits) == nil)
    #expect(broker.causes.last == .leaderRejoined(ids[0]))
    #expect(broker.heartbeat(ids[1]) == .rebalanceInProgress)
    let follows = broker.join(ids[1])
    #expect(broker.joined(waits)?.generationId == Generation(2))
    #expect(broker.joined(follows)?.leader == ids[0])
  }

  @Test func changedMetadataRebalancesInStableAndCompleting() {
    for (begin, name) in [(Broker.stable(2), "stable"), (Broker.completing(2), "completing")] {
      var (broker, ids) = begin
      #expect(broker.joined(broker.join(ids[1], metadata: [9])) == nil, "\(name)")
      #expect(broker.causes.last == .memberRejoined(ids[1]), "\(name)")
      #expect(broker.state == .preparingRebalance, "\(name)")
    }
  }

  @Test func anUnchangedMemberIsAnsweredAtOnceInCompleting() {
    var (broker, ids) = Broker.completing(2)
    #expect(broker.joined(broker.join(ids[0]))?.members.count == 2)
    #expect(broker.joined(broker.join(ids[1]))?.members.isEmpty == true)
    #expect(broker.state == .completingRebalance)
  }

  @Test func whoDoesNotRejoinInTimeIsRemoved() {
    var (broker, ids) = Broker.stable(3)
    let first = broker.join(ids[0])
    let second = broker.join(ids[1])
    for _ in 0..<11 {
      broker.advance(byMs: 5000)
      broker.heartbeat(ids[2])
    }
    #expect(broker.joined(first) == nil)
    broker.advance(byMs: 5000)
    #expect(broker.joined(first)?.members.count == 2)
    #expect(broker.joined(second)?.generationId == Generation(2))
    #expect(broker.removal(of: ids[2]) == .didNotRejoin)
    #expect(broker.heartbeat(ids[2]) == .unknownMemberId)
  }

  @Test func thePhaseLastsAsLongAsTheLongestRebalanceTimeout() {
    var broker = Broker()
    let slow = broker.joinNew(rebalanceMs: 90_000)
    let quick = broker.joinNew(rebalanceMs: 20_000)
    broker.advance(byMs: 6000)
    #expect(broker.joined(quick.token)?.leader == slow.id)
    broker.sync(slow.id)
    broker.sync(quick.id)
    broker.join(slow.id, rebalanceMs: 90_000)
    #expect(broker.group?.joinDueMs == broker.nowMs + 90_000)
  }

  @Test func aPendingIdHoldsThePhaseUpUntilItJoinsOrExpires() {
    var (broker, ids) = Broker.stable(1)
    let asked = broker.joined(broker.join(sessionMs: 20_000))?.memberId
    let waits = broker.join(ids[0])
    #expect(broker.joined(waits) == nil)
    var other = broker
    #expect(other.joined(other.join(asked ?? "")) != nil)
    #expect(other.joined(waits)?.members.count == 2)
    broker.advance(byMs: 20_000)
    #expect(broker.joined(waits)?.members.count == 1)
  }

  @Test func theLastEmptiesTheGroupAndTheGenerationGrows() {
    var (broker, ids) = Broker.stable(1)
    broker.advance(byMs: 10_000)
    #expect(broker.removal(of: ids[0]) == .sessionTimedOut)
    #expect(broker.state == .empty)
    #expect(broker.generation == 2)
    #expect(broker.group?.leader == nil)
    #expect(broker.timers.isEmpty)
  }

  @Test func aSecondJoinTakesThePlaceOfTheFirst() {
    var (broker, ids) = Broker.stable(2)
    let first = broker.join(ids[0])
    let second = broker.join(ids[0])
    broker.join(ids[1])
    #expect(broker.joined(first) == nil)
    #expect(broker.joined(second)?.generationId == Generation(2))
  }

  @Test func theAssignorIsVotedFor() {
    var broker = Broker()
    let lists = [["range", "sticky"], ["sticky", "range"], ["sticky", "roundrobin", "range"]]
    let tokens = lists.map { broker.joinNew(protocols: $0).token }
    broker.advance(byMs: 30_000)
    #expect(tokens.map { broker.joined($0)?.protocolName } == ["sticky", "sticky", "sticky"])
  }

  @Test func aTieGoesToTheFirstInHashOrder() {
    let names = ["roundrobin", "sticky", "range", "cooperative-sticky"]
    let order = JavaOrder.ordered(names) { JavaOrder.hashCode($0) }
    for pair in names.flatMap({ a in names.filter { $0 != a }.map { [a, $0] } }) {
      var broker = Broker()
      let token = broker.joinNew(protocols: pair).token
      _ = broker.joinNew(protocols: pair.reversed())
      broker.advance(byMs: 30_000)
      #expect(broker.joined(token)?.protocolName == order.first { pair.contains($0) })
    }
  }

  @Test func anAssignorThatNotAllSupportIsRefused() {
    var (broker, _) = Broker.stable(2)
    #expect(broker.joined(broker.join(protocols: ["x"]))?.errorCode == .inconsistentGroupProtocol)
  }

  @Test func aRemovedLeaderIsFollowedByTheFirstInHashOrder() {
    var (broker, ids) = Broker.stable(8)
    while ids.count > 1 {
      let leader = broker.group?.leader ?? ""
      ids.removeAll { $0 == leader }
      #expect(broker.leave(leader) == ErrorCode.none)
      #expect(broker.group?.leader == JavaOrder.ordered(ids, largestCount: 8).first)
    }
  }

  @Test func aFullGroupTakesNobodyIn() {
    var config = CoordinatorConfig()
    config.groupMaxSize = 2
    var (broker, ids) = Broker.stable(2, config: config)
    #expect(broker.joined(broker.join())?.errorCode == .groupMaxSizeReached)
    // An id that was handed out before the group was full is worth nothing.
    var late = Broker(config)
    let pending = late.joined(late.join())?.memberId ?? ""
    _ = late.joinNew()
    _ = late.joinNew()
    #expect(late.joined(late.join(pending))?.errorCode == .groupMaxSizeReached)
    #expect(late.group?.pendingIds == [])
    // A member may always come back.
    #expect(broker.joined(broker.join(ids[1]))?.errorCode == ErrorCode.none)
  }

  @Test func whoRejoinsLastIsThrownOutOfATooLargeGroup() {
    let (before, ids) = Broker.stable(3)
    var config = CoordinatorConfig()
    config.groupMaxSize = 2
    var broker = Broker(config)
    broker.take(broker.coordinator.load(before.log, nowMs: 0))
    #expect(broker.causes == [.groupTooLarge])
    let first = broker.join(ids[2])
    broker.join(ids[0])
    #expect(broker.joined(broker.join(ids[1]))?.errorCode == .groupMaxSizeReached)
    #expect(broker.removal(of: ids[1]) == .groupTooLarge)
    broker.advance(byMs: 60_000)
    #expect(broker.joined(first)?.errorCode == ErrorCode.none)
    #expect(broker.group?.memberCount == 2)
  }

  @Test func theTimeoutOfOneThatLeavesDoesNotCount() {
    var broker = Broker()
    let slow = broker.joinNew(rebalanceMs: 90_000)
    let quick = broker.joinNew(rebalanceMs: 20_000)
    broker.advance(byMs: 6000)
    broker.sync(quick.id)
    broker.sync(slow.id)
    #expect(broker.leave(slow.id) == ErrorCode.none)
    #expect(broker.group?.joinDueMs == broker.nowMs + 20_000)
  }

  @Test func anotherOrderOfAssignorsIsAChange() {
    var broker = Broker()
    let lists = [["range", "sticky"], ["range", "sticky"]]
    let ids = lists.map { broker.joinNew(protocols: $0).id }
    broker.advance(byMs: 6000)
    for id in ids.reversed() { broker.sync(id) }
    #expect(broker.state == .stable)
    #expect(broker.joined(broker.join(ids[1], protocols: lists[1])) != nil)
    #expect(broker.joined(broker.join(ids[1], protocols: lists[1].reversed())) == nil)
    #expect(broker.causes.last == .memberRejoined(ids[1]))
  }

  @Test func theVoteIsTakenWhenThePhaseCompletes() {
    var broker = Broker()
    let ids = (0..<2).map { _ in broker.joinNew(protocols: ["range", "sticky"]).id }
    broker.advance(byMs: 6000)
    for id in ids.reversed() { broker.sync(id) }
    let first = broker.join(ids[0], protocols: ["sticky", "range"])
    #expect(broker.group?.protocolName == "range")
    broker.join(ids[1], protocols: ["sticky", "range"])
    #expect(broker.joined(first)?.protocolName == "sticky")
  }

  @Test func aFullGroupSaysSoBeforeItLooksAtAssignors() {
    var config = CoordinatorConfig()
    config.groupMaxSize = 1
    var (broker, _) = Broker.stable(1, config: config)
    #expect(broker.joined(broker.join(protocols: ["x"]))?.errorCode == .groupMaxSizeReached)
  }

  @Test func roomIsCountedByThoseWhoWait() {
    var config = CoordinatorConfig()
    config.groupMaxSize = 1
    var broker = Broker(config)
    let ids = (0..<3).compactMap { _ in broker.joined(broker.join())?.memberId }
    #expect(broker.group?.pendingIds == ids)
    broker.join(ids[0])
    // It waits already, so it may ask again; there is no room for another.
    let again = broker.join(ids[0])
    #expect(broker.joined(broker.join(ids[1]))?.errorCode == .groupMaxSizeReached)
    #expect(broker.group?.pendingIds == [ids[2]])
    broker.advance(byMs: 3000)
    #expect(broker.joined(again)?.errorCode == ErrorCode.none)
  }
}
