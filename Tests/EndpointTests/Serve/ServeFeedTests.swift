import Feed
import KafkaModel
import Testing

@testable import Endpoint

/// What clients do over TCP is on the screen.
@Suite struct ServeFeedTests {
  private let a = MemberSlot(0)
  private let b = MemberSlot(1)

  private func partition(_ index: Int32) -> TopicPartition { TopicPartition("t", index) }

  @Test func aMemberIsSeenWithAllThatItTells() throws {
    let group = try ServedGroup()
    let client = try group.client("app-1")
    try client.join()
    #expect(group.comes { $0.state == .stable && !$0[MemberSlot(0)].owned.isEmpty })
    let member = group.picture[a]
    #expect(member.identity.clientId == "app-1")
    #expect(member.identity.host == "/127.0.0.1")
    #expect(!member.identity.isOurs)
    #expect(member.isMember && member.memberId == client.memberId)
    #expect(member.owned == (0..<3).map(partition))
    #expect(group.picture.leader == a)
    #expect(group.picture.facts?.groupId == "g")
    #expect(group.picture.facts?.number("session.timeout.ms") == 10_000)
    #expect(group.picture.facts?.number("max.poll.interval.ms") == 20_000)
    #expect(group.picture.facts?.assignors == ["range"])
    #expect(member.sessionDueMs != nil)
    // Nobody reads before the first Fetch.
    #expect(group.picture.partitions.map(\.status) == [.assigned, .assigned, .assigned])
  }

  @Test func aFetchOverAnotherConnectionIsReading() throws {
    let group = try ServedGroup()
    let client = try group.client()
    try client.join()
    try client.fetch(from: 0)
    #expect(group.comes { $0.partitions.allSatisfy { $0.status == .read } })
    #expect(group.picture[a].doing == .reading)
    #expect(group.source.perform(.produce(records: 9)) == .done)
    #expect(group.comes { $0.partitions[0].logEnd(atMs: $0.timeMs) == Offset(3) })
    try client.fetch(from: 3)
    #expect(group.comes { $0.partitions.allSatisfy { $0.position == Offset(3) } })
  }

  @Test func aFetchByTopicIdsInASessionIsReading() throws {
    let group = try ServedGroup()
    let client = try group.client()
    try client.join()
    try client.fetchInSession(from: 0)
    #expect(group.comes { $0.partitions.allSatisfy { $0.status == .read } })
    #expect(group.picture.partitions.map(\.position) == [Offset(0), Offset(0), Offset(0)])
  }

  /// Two clients with the same name: whose Fetch it is follows from what it asks for.
  @Test func clientsThatAreAlikeAreToldApartByWhatTheyOwn() throws {
    let group = try ServedGroup()
    let clients = try [group.client(), group.client()]
    try group.joinTogether(clients)
    for client in clients { try client.fetch(from: 0) }
    #expect(group.comes { $0.partitions.allSatisfy { $0.status == .read } })
    for (slot, client) in zip([a, b], clients) {
      let read = group.picture.partitions.filter { $0.reader == slot }.map(\.partition)
      #expect(read == client.owned)
    }
  }

  /// One of the same name that is in no group, as a simple consumer is.
  @Test func whoReadsWithoutBeingAMemberIsNotTakenForOne() throws {
    let group = try ServedGroup()
    let client = try group.client()
    try client.join()
    #expect(group.comes { !$0.members.isEmpty && !$0[MemberSlot(0)].owned.isEmpty })
    let stranger = try group.client()
    stranger.owned = [TopicPartition("t", 0), TopicPartition("other", 0)]
    try stranger.fetch(from: 0)
    try client.fetch(from: 0)
    #expect(group.comes { $0.partitions.allSatisfy { $0.status == .read } })
    stranger.hangUp()
    client.hangUp()
    #expect(group.comes { $0[MemberSlot(0)].isGone })
  }

  @Test func anEagerMemberGivesUpAllBeforeItJoinsAgain() throws {
    let group = try ServedGroup()
    let client = try group.client()
    try client.join()
    try client.fetch(from: 0)
    try client.sendJoin()
    #expect(group.comes { $0.generation == Generation(2) })
    #expect(group.hears(.revoked(a, (0..<3).map(partition))))
  }

  @Test func aLostConnectionIsAnEndThatTheCoordinatorDoesNotKnow() throws {
    let group = try ServedGroup()
    let client = try group.client()
    try client.join()
    try client.fetch(from: 0)
    #expect(group.comes { $0.partitions.allSatisfy { $0.status == .read } })
    client.hangUp()
    #expect(group.comes { $0[MemberSlot(0)].isGone })
    #expect(group.picture[a].isMember)
    #expect(group.picture.partitions.map(\.status) == [.ghost, .ghost, .ghost])
  }

  @Test func whoLeavesAndHangsUpHasEnded() throws {
    let group = try ServedGroup()
    let client = try group.client()
    try client.join()
    try client.leave()
    #expect(group.comes { $0.state == .empty })
    client.hangUp()
    #expect(group.comes { $0[MemberSlot(0)].process == .ended })
    #expect(group.picture[a].word == .left)
  }

  @Test func aDynamicClientThatComesBackHasItsOldLetter() throws {
    let group = try ServedGroup()
    let first = try group.client("app")
    try first.join()
    first.hangUp()
    #expect(group.comes { $0[MemberSlot(0)].isGone })
    let second = try group.client("app")
    try second.sendJoin()
    #expect(group.comes { $0[MemberSlot(0)].isRunning && $0[MemberSlot(0)].hasJoined })
    #expect(group.picture.members.count == 1)
    #expect(group.picture[a].formerId == first.memberId)
  }

  @Test func aClientThatBeginsAnewAndFetchesOnIsTheSame() throws {
    let group = try ServedGroup()
    let client = try group.client("app")
    try client.join()
    try client.fetch(from: 0)
    #expect(group.comes { $0.partitions.allSatisfy { $0.status == .read } })
    let former = client.memberId
    try client.beginAnew()
    try client.sendJoin()
    #expect(group.comes { $0.state == .preparingRebalance && $0[MemberSlot(0)].hasJoined })
    #expect(group.picture.members.count == 1)
    #expect(group.picture[a].memberId != former && !group.picture[a].isGone)
  }

  @Test func aStaticClientThatComesBackTakesItsPlace() throws {
    let group = try ServedGroup()
    let first = try group.client("app", instance: "i")
    try first.join()
    first.hangUp()
    #expect(group.comes { $0[MemberSlot(0)].isGone })
    let second = try group.client("other", instance: "i")
    try second.join()
    #expect(group.comes { $0[MemberSlot(0)].isRunning && $0[MemberSlot(0)].owned.count == 3 })
    #expect(group.picture.members.count == 1)
    #expect(group.picture.generation == Generation(1))
    #expect(group.picture[a].memberId == second.memberId)
    #expect(group.picture[a].formerId == nil)
  }

  @Test func onlyTheGroupThatWasAskedForIsShown() throws {
    let group = try ServedGroup { $0.group = "another" }
    let client = try group.client()
    try client.join()
    #expect(group.comes { $0.facts?.groupId == "another" })
    // A later answer than that of the join has come by then.
    #expect(group.source.perform(.produce(records: 3)) == .done)
    #expect(group.comes { $0.partitions[0].logEnd(atMs: $0.timeMs) == Offset(1) })
    #expect(group.picture.members.isEmpty)
  }

  @Test func whatIsWrittenIsSeenAtItsOffsets() throws {
    let group = try ServedGroup()
    try group.client().join()
    #expect(group.comes { $0.state == .stable })
    let offsets = group.events.compactMap { event -> Offset? in
      if case .written(let offset, _) = event { offset } else { nil }
    }
    #expect(!offsets.isEmpty && offsets == offsets.sorted())
  }
}
