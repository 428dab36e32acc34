import Feed
import KafkaModel
import Testing

@testable import Endpoint

/// The coordinator's answers wait, and the coordinator does not.
@Suite struct HoldTests {
  private let a = MemberSlot(0)

  /// A member of its own makes the group known, which can then be held.
  private func held(_ point: HoldPoint) throws -> (ServedGroup, GroupClient) {
    let group = try ServedGroup()
    let client = try group.client()
    try client.join()
    #expect(group.comes { $0.state == .stable })
    #expect(group.source.perform(.hold(point)) == .done)
    #expect(group.comes { $0.hold == point })
    return (group, client)
  }

  @Test func aJoinAnswerWaitsWhileTheGenerationBegins() throws {
    let (group, client) = try held(.join)
    try client.sendJoin()
    #expect(group.comes { $0.state == .completingRebalance && $0[MemberSlot(0)].held != nil })
    let answer = try #require(group.picture[a].held)
    #expect(answer.point == .join && answer.isKnown)
    // The rebalance timeout it has told, and what its client adds.
    #expect((20_000...25_100).contains(answer.givesUpMs - group.picture.timeMs))
    #expect(group.source.perform(.hold(nil)) == .done)
    #expect(try client.hearJoin()?.generationId == Generation(2))
    #expect(group.comes { $0.hold == nil && $0[MemberSlot(0)].held == nil })
  }

  @Test func thePlanIsWrittenAndNobodyHearsOfIt() throws {
    let (group, client) = try held(.sync)
    try client.sendJoin()
    try client.hearJoin()
    try client.sendSync()
    #expect(group.comes { $0.state == .stable && $0[MemberSlot(0)].held != nil })
    #expect(group.picture[a].owned.isEmpty)
    #expect(group.picture.partitions.allSatisfy { $0.planned == .slot(a) })
    #expect(group.picture[a].held?.isKnown == false)
    #expect(group.source.perform(.hold(nil)) == .done)
    try client.hearSync()
    #expect(group.comes { $0[MemberSlot(0)].owned.count == 3 })
  }

  @Test func aHeldHeartbeatStillCountsAsALifeSign() throws {
    let (group, client) = try held(.heartbeat)
    let before = try #require(group.picture[a].sessionDueMs)
    client.sendHeartbeat()
    #expect(group.comes { $0[MemberSlot(0)].held != nil })
    #expect(try #require(group.picture[a].sessionDueMs) >= before)
    #expect(group.picture[a].lastHeartbeatMs != nil)
    #expect(group.source.perform(.hold(nil)) == .done)
    guard case .heartbeat(let answer)? = try client.hear(.heartbeat, version: 4) else {
      return #expect(Bool(false), "no answer")
    }
    #expect(answer.errorCode == .none)
  }

  @Test func librdkafkaGivesAllUpWhenItsOwnSessionEnds() throws {
    let group = try ServedGroup { $0.endpoint.coordinator.minSessionTimeoutMs = 1 }
    let client = try group.client()
    client.sessionTimeoutMs = 500
    try client.introduce(as: "librdkafka")
    try client.join()
    #expect(group.comes { $0.state == .stable })
    let owned = client.owned
    #expect(group.source.perform(.hold(.heartbeat)) == .done)
    #expect(group.comes { $0.hold == .heartbeat })
    client.sendHeartbeat()
    #expect(owned.count == 3 && group.hears(.revoked(a, owned)))
    #expect(group.picture[a].owned.isEmpty)
  }

  /// kafka-python and aiokafka ask for metadata all the time: those answers go out, and say nothing
  /// of the one that is held.
  @Test func otherAnswersGoOutMeanwhile() throws {
    let (group, client) = try held(.heartbeat)
    try client.fetch(from: 0)
    client.sendHeartbeat()
    #expect(group.comes { $0[MemberSlot(0)].held != nil })
    try client.fetchInSession(from: 5)
    #expect(group.comes { $0.partitions.allSatisfy { $0.position == Offset(5) } })
    #expect(group.picture[a].held?.point == .heartbeat)
  }

  /// Another kind is held: what was held of the first kind goes.
  @Test func oneKindIsHeldAtATime() throws {
    let (group, client) = try held(.join)
    try client.sendJoin()
    #expect(group.comes { $0[MemberSlot(0)].held != nil })
    #expect(group.source.perform(.hold(.sync)) == .done)
    #expect(try client.hearJoin() != nil)
    try client.sendSync()
    #expect(group.comes { $0[MemberSlot(0)].held?.point == .sync })
  }

  @Test func whoHangsUpIsForgotten() throws {
    let (group, client) = try held(.join)
    try client.sendJoin()
    #expect(group.comes { $0[MemberSlot(0)].held != nil })
    client.hangUp()
    #expect(group.comes { $0[MemberSlot(0)].held == nil })
    let other = try group.client("other")
    #expect(group.source.perform(.hold(nil)) == .done)
    #expect(group.comes { $0.hold == nil })
    try other.sendJoin()
    #expect(group.comes { $0.members.count == 2 })
  }
}
