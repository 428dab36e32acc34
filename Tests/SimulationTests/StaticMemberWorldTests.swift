import Client
import Feed
import KafkaModel
import Testing

@testable import Simulation

/// What the feed says of members whose ids change while they stay the same members.
struct StaticMemberWorldTests {
  private static func source(_ instanceIds: [InstanceId?]) -> SimulationSource {
    var consumer = ConsumerConfig(groupId: "g", clientId: "", topics: ["t"])
    consumer.autoOffsetReset = .earliest
    let members = instanceIds.enumerated().map { number, id in
      ScenarioMember("m-\(number)", instanceId: id, topics: ["t"], startMs: Int64(number) * 400)
    }
    let scenario = Scenario(
      groupId: "g", topics: [ScenarioTopic("t", 2)], members: members, consumer: consumer)
    return SimulationSource(scenario: scenario, seed: 1)
  }

  @Test func `a restart within the session changes the id and nothing else`() throws {
    var source = Self.source(["i-0", "i-1"])
    let slot = MemberSlot(0)
    let before = source.picture
    let oldId = try #require(before.members[0].memberId)
    #expect(before.members[0].identity.instanceId == "i-0")
    #expect(oldId.text.hasPrefix("i-0-"))
    #expect(before.partitions[0].status == .read)
    #expect(source.perform(.kill(slot)) == .done)
    source.play(toMs: source.nowMs + 5000)
    #expect(source.perform(.restart(slot)) == .done)
    #expect(source.picture.members[0].formerId == oldId)
    #expect(source.picture.partitions[0].status == .ghost)
    let events = source.drain(toMs: source.nowMs + 3000).map(\.event)
    let after = source.picture
    let newId = try #require(after.members[0].memberId)
    #expect(newId != oldId && newId.text.hasPrefix("i-0-"))
    #expect(events.contains(.memberAdded(slot, newId)))
    #expect(!events.contains { if case .memberRemoved = $0 { true } else { false } })
    #expect(!events.contains { if case .groupState = $0 { true } else { false } })
    #expect(after.generation == before.generation && after.partitions[0].status == .read)
    #expect(after.members[0].isMember && after.members[0].formerId == nil)
    #expect(after.members[0].formerSessionDueMs == nil && after.members[0].sessionDueMs != nil)
    // The old id's session is gone with it: nobody is removed when it would have ended.
    source.play(toMs: source.nowMs + 60_000)
    #expect(source.picture.generation == before.generation)
  }

  @Test func `of two processes with one instance id the later one stays`() {
    var source = Self.source(["i", "i"])
    source.play(toMs: source.nowMs + 10_000)
    let picture = source.picture
    #expect(picture.members[0].failure == .fencedInstanceId)
    #expect(picture.members[0].word == .failed)
    #expect(picture.members[1].isMember && picture.members[1].owned.count == 2)
  }

  @Test func `members added by hand are static where the others are`() {
    var source = Self.source(["of-m-0", "of-m-1"])
    #expect(source.perform(.add) == .done)
    #expect(source.picture.members[2].identity.instanceId == "of-m-3")
    var dynamic = Self.source([nil])
    #expect(dynamic.perform(.add) == .done)
    #expect(dynamic.picture.members[1].identity.instanceId == nil)
    let other = ScenarioMember("m", instanceId: "x", topics: [], startMs: nil)
    #expect(other.instanceId(of: "n") == "n")
  }
}
