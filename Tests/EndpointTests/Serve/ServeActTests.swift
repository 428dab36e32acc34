import Feed
import KafkaModel
import Testing

@testable import Endpoint

/// What keys do to a served group.
@Suite struct ServeActTests {
  private let a = MemberSlot(0)

  private func joined() throws -> (ServedGroup, GroupClient) {
    let group = try ServedGroup()
    let client = try group.client()
    try client.join()
    #expect(group.comes { $0.state == .stable && !$0[MemberSlot(0)].owned.isEmpty })
    return (group, client)
  }

  private func heartbeat(_ client: GroupClient) throws -> ErrorCode? {
    client.sendHeartbeat()
    guard case .heartbeat(let answer)? = try client.hear(.heartbeat, version: 4) else { return nil }
    return answer.errorCode
  }

  @Test func anExpelledMemberLearnsItWithItsNextHeartbeat() throws {
    let (group, client) = try joined()
    #expect(group.source.perform(.close(a)) == .done)
    #expect(group.comes { $0.state == .empty })
    #expect(group.hears(.memberRemoved(a, client.memberId, .expelled)))
    #expect(try heartbeat(client) == .unknownMemberId)
    #expect(group.comes { $0[MemberSlot(0)].owned.isEmpty })
    #expect(group.source.perform(.close(a)) == .refused(.notRunning))
  }

  @Test func aMovedCoordinatorKnowsWhatWasWritten() throws {
    let (group, client) = try joined()
    #expect(group.source.perform(.moveCoordinator) == .done)
    #expect(group.comes { $0[MemberSlot(0)].sessionDueMs == nil })
    #expect(group.comes { $0.state == .stable && $0[MemberSlot(0)].sessionDueMs != nil })
    #expect(group.picture.generation == Generation(1))
    #expect(try heartbeat(client) == ErrorCode.none)
  }

  @Test func partitionsAreAddedAndRecordsWritten() throws {
    let (group, _) = try joined()
    #expect(group.source.perform(.addPartitions("t")) == .done)
    #expect(group.comes { $0.partitions.count == 4 })
    #expect(group.hears(.partitionsAdded("t", partitions: 4)))
    #expect(group.source.perform(.produce(records: 10)) == .done)
    #expect(group.comes { $0.partitions[3].logEnd(atMs: $0.timeMs) == Offset(2) })
    let ends = group.picture.partitions.map { $0.logEnd(atMs: group.picture.timeMs)?.value }
    #expect(ends == [3, 3, 2, 2])
    #expect(group.source.perform(.addPartitions("none")) == .refused(.notInThisSource))
  }

  @Test func whatCannotBeDoneSaysWhy() throws {
    let (group, _) = try joined()
    #expect(group.source.perform(.kill(a)) == .refused(.notOurs))
    #expect(group.source.perform(.add) == .refused(.noSpawn))
    #expect(group.source.perform(.changeAssignor(["range"])) == .refused(.clientsOwn))
    let empty = try ServedGroup()
    #expect(empty.source.perform(.hold(.join)) == .refused(.noGroup))
    #expect(empty.source.perform(.moveCoordinator) == .refused(.noGroup))
  }
}
