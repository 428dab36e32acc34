import KafkaModel
import Testing

@testable import Coordinator

/// First joins, ids (KIP-394) and the initial delay.
@Suite struct FirstJoinTests {
  @Test func aStrangerGetsAnIdAndNothingElseHappens() throws {
    var broker = Broker()
    let reply = broker.joined(broker.join(as: "cA"))
    let answer = try #require(reply)
    #expect(answer.errorCode == .memberIdRequired)
    #expect(answer.generationId == .none)
    #expect(answer.memberId.text.hasPrefix("cA-"))
    #expect(answer.memberId.text.utf8.count == 3 + 36)
    #expect(broker.state == .empty)
    #expect(broker.group?.pendingIds == [answer.memberId])
  }

  @Test func belowVersion4AndStaticMembersJoinAtOnce() {
    var old = Broker()
    old.join(version: 3)
    #expect(old.state == .preparingRebalance)
    var new = Broker()
    new.join(instance: "i")
    #expect(new.state == .preparingRebalance)
    #expect(new.group?.allMembers.first?.memberId.text.hasPrefix("i-") == true)
  }

  @Test func anUnusedIdExpiresWithItsSession() {
    var broker = Broker()
    let id = broker.joined(broker.join(sessionMs: 7000))?.memberId ?? ""
    broker.advance(byMs: 6999)
    #expect(broker.group?.pendingIds == [id])
    broker.advance(byMs: 1)
    #expect(broker.group?.pendingIds == [])
    #expect(broker.joined(broker.join(id))?.errorCode == .unknownMemberId)
  }

  @Test func anUnknownIdMakesNoGroup() {
    var broker = Broker()
    #expect(broker.joined(broker.join("made-up"))?.errorCode == .unknownMemberId)
    #expect(broker.group == nil)
  }

  @Test func aGroupThatCannotBeWrittenTellsItsFirstMember() {
    var broker = Broker()
    broker.holdsWrites = true
    let token = broker.join(instance: "i")
    #expect(broker.held.first?.records.count == 1)
    broker.confirm(error: .notLeaderOrFollower)
    #expect(broker.joined(token)?.errorCode == .notCoordinator)
    #expect(broker.coordinator.hardState == HardState())
  }

  @Test func requestsAreCheckedBeforeAGroupIsMade() {
    var broker = Broker()
    #expect(broker.joined(broker.join(sessionMs: 5999))?.errorCode == .invalidSessionTimeout)
    #expect(broker.joined(broker.join(sessionMs: 1_800_001))?.errorCode == .invalidSessionTimeout)
    let nameless = broker.send(.joinGroup(JoinGroupRequest(groupId: "", sessionTimeoutMs: 10_000)))
    #expect(broker.joined(nameless)?.errorCode == .invalidGroupId)
    #expect(broker.group == nil)
    #expect(broker.joined(broker.join(protocols: []))?.errorCode == .inconsistentGroupProtocol)
  }

  @Test func theDelayIsExtendedByLaterMembersUpToTheRebalanceTimeout() {
    var broker = Broker()
    let first = broker.joinNew(rebalanceMs: 8000)
    broker.advance(toMs: 2000)
    let second = broker.joinNew(rebalanceMs: 8000)
    broker.advance(toMs: 4000)
    let third = broker.joinNew(rebalanceMs: 8000)
    broker.advance(toMs: 7000)
    _ = broker.joinNew(rebalanceMs: 8000)
    // 3000, then 3000 more, then the 2000 that remain.
    broker.advance(toMs: 7999)
    #expect(broker.joined(third.token) == nil)
    broker.advance(toMs: 8000)
    #expect(broker.joined(first.token)?.generationId == Generation(1))
    #expect(broker.joined(first.token)?.members.count == 4)
    #expect(broker.joined(second.token)?.members.isEmpty == true)
    #expect(broker.state == .completingRebalance)
  }

  @Test func aLoneMemberWaitsOneDelay() {
    var broker = Broker()
    let first = broker.joinNew()
    broker.advance(toMs: 2999)
    #expect(broker.joined(first.token) == nil)
    broker.advance(toMs: 3000)
    #expect(broker.joined(first.token)?.leader == first.id)
    #expect(broker.causes == [.groupWasEmpty(first.id)])
  }

  @Test func leavingDoesNotEndTheDelay() {
    var broker = Broker()
    let first = broker.joinNew()
    let second = broker.joinNew()
    #expect(broker.leave(second.id) == ErrorCode.none)
    #expect(broker.joined(second.token)?.errorCode == .unknownMemberId)
    #expect(broker.joined(second.token)?.memberId == "")
    #expect(broker.joined(first.token) == nil)
    #expect(broker.state == .preparingRebalance)
  }

  @Test func anEmptiedGroupPaysTheDelayAgain() {
    var (broker, ids) = Broker.stable(1)
    #expect(broker.leave(ids[0]) == ErrorCode.none)
    #expect(broker.state == .empty)
    #expect(broker.generation == 2)
    let again = broker.joinNew()
    let fromMs = broker.nowMs
    broker.advance(byMs: 2999)
    #expect(broker.joined(again.token) == nil)
    broker.advance(byMs: 1)
    #expect(broker.joined(again.token)?.generationId == Generation(3))
    #expect(broker.nowMs == fromMs + 3000)
  }

  @Test func aNewMemberIsDroppedAfterFiveMinutesInItsFirstJoinPhase() {
    var (broker, ids) = Broker.stable(1)
    let late = broker.joinNew(rebalanceMs: 600_000)
    for _ in 0..<60 {
      #expect(broker.joined(late.token) == nil)
      broker.heartbeat(ids[0])
      broker.advance(byMs: 5000)
    }
    #expect(broker.joined(late.token)?.errorCode == .unknownMemberId)
    #expect(broker.removal(of: late.id) == .newMemberTimedOut)
  }

  @Test func anEmptiedGroupTakesMembersOfAnotherType() {
    var (broker, ids) = Broker.stable(1)
    #expect(broker.joined(broker.join(type: "connect"))?.errorCode == .inconsistentGroupProtocol)
    #expect(broker.leave(ids[0]) == ErrorCode.none)
    let token = broker.join(instance: "i", type: "connect", protocols: ["x"])
    broker.advance(byMs: 3000)
    #expect(broker.joined(token)?.protocolType == "connect")
    #expect(broker.joined(token)?.protocolName == "x")
  }

  @Test func anIdIsUsedWithTheTimeoutsOfThatRequest() {
    var broker = Broker()
    let id = broker.joined(broker.join(sessionMs: 7000, rebalanceMs: 8000))?.memberId ?? ""
    let misused = broker.joined(broker.join(id, instance: "i"))
    #expect(misused?.errorCode == .unknownServerError)
    #expect(broker.group?.pendingIds == [id])
    broker.join(id, sessionMs: 20_000, rebalanceMs: 30_000)
    #expect(broker.group?.member(id)?.sessionTimeoutMs == 20_000)
    #expect(broker.group?.rebalanceTimeoutMs == 30_000)
    #expect(broker.group?.pendingIds == [])
  }

  /// Kafka completes the phase when something expires, also where a request would not.
  @Test func anIdThatExpiresEndsTheDelayWhereAllOthersWait() {
    var config = CoordinatorConfig()
    config.initialRebalanceDelayMs = 30_000
    var broker = Broker(config)
    broker.join(sessionMs: 6000)
    broker.advance(byMs: 1000)
    let waits = broker.joinNew()
    broker.advance(toMs: 5999)
    #expect(broker.joined(waits.token) == nil)
    broker.advance(toMs: 6000)
    #expect(broker.joined(waits.token)?.generationId == Generation(1))
  }

  @Test func theEndOfTheDelayWaitsForNoId() {
    var broker = Broker()
    let unused = broker.joined(broker.join(sessionMs: 20_000))?.memberId ?? ""
    let waits = broker.joinNew()
    broker.advance(byMs: 3000)
    #expect(broker.joined(waits.token)?.members.count == 1)
    #expect(broker.group?.pendingIds == [unused])
  }
}
