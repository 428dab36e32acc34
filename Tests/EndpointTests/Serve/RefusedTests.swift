import Feed
import KafkaModel
import Testing

@testable import Endpoint

/// Clients that the coordinator does not take in, or that it hears nothing of any more.
@Suite struct RefusedTests {
  private let a = MemberSlot(0)
  private let b = MemberSlot(1)

  @Test func anotherAssignorIsRefusedAndChangesNothing() throws {
    let group = try ServedGroup()
    let client = try group.client("app-1")
    try client.join()
    #expect(group.comes { $0.state == .stable })
    let facts = group.picture.facts
    let stranger = try group.client("app-2")
    stranger.assignor = "sticky"
    try stranger.sendJoin()
    let refused = ErrorCode.inconsistentGroupProtocol
    #expect(group.comes { $0.members.count == 2 && $0[MemberSlot(1)].refusal == refused })
    #expect(group.picture[b].word == .refused)
    #expect(group.picture[b].terms?.assignors == ["sticky"])
    #expect(group.picture.facts == facts)
    #expect(group.picture.state == .stable)
    // Its end is no leaving: it never was in.
    stranger.hangUp()
    #expect(group.comes { !$0[MemberSlot(1)].isRunning })
    #expect(group.picture[b].word == .refused && group.picture.facts == facts)
  }

  /// It neither fetches nor sends heartbeats, and has not hung up.
  @Test func whoFallsSilentDoesNotRead() throws {
    let group = try ServedGroup()
    let client = try group.client()
    try client.join()
    try client.fetch(from: 0)
    #expect(group.comes { $0.partitions.allSatisfy { $0.status == .read } })
    client.sendHeartbeat()
    client.sendHeartbeat()
    #expect(group.hears(.process(a, .frozen)))
    #expect(group.picture.partitions.allSatisfy { $0.status != .read })
    #expect(group.picture[a].word == .unheard)
    client.sendHeartbeat()
    #expect(group.hears(.process(a, .thawed)))
    #expect(group.comes { $0.partitions.allSatisfy { $0.status == .read } })
  }

  /// The coordinator still waits for the id from before.
  @Test func whoJoinsAnewWithoutItsIdLeavesTheOldOneBehind() throws {
    let group = try ServedGroup()
    let client = try group.client()
    try client.join()
    #expect(group.comes { $0.state == .stable })
    let old = client.memberId
    try client.beginAnew()
    try client.sendJoin()
    #expect(group.comes { $0.state == .preparingRebalance && $0[MemberSlot(0)].hasJoined })
    #expect(group.picture[a].formerId == old)
    #expect(group.picture[a].formerSessionDueMs != nil)
  }
}
