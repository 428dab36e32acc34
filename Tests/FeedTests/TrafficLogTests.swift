import Feed
import KafkaModel
import Testing

struct TrafficLogTests {
  private func message(_ api: ApiKey, _ ms: Int64) -> TimedEvent {
    TimedEvent(ms, .message(MemberSlot(0), GroupMessage(api: api, way: .request)))
  }

  @Test func `what is old and comes all the time goes first`() {
    var log = TrafficLog()
    log.add(message(.joinGroup, 0), at: 0)
    for ms in 1...Int64(TrafficLog.limit * 4) { log.add(message(.heartbeat, ms), at: ms) }
    #expect(log.entries.count < TrafficLog.limit * 2)
    #expect(log.entries.first?.event == message(.joinGroup, 0))
    #expect(log.entries.last?.place == Int64(TrafficLog.limit * 4))
  }

  @Test func `a flood of what matters is bounded, too`() {
    var log = TrafficLog()
    for ms in 1...Int64(TrafficLog.limit * 5) { log.add(message(.joinGroup, ms), at: ms) }
    #expect(log.entries.count < TrafficLog.limit * 2)
  }

  @Test func `only messages and records are kept, and another future drops them`() {
    var log = TrafficLog()
    log.add(TimedEvent(1, .heartbeat(MemberSlot(0))), at: 1)
    for place in 2...5 { log.add(message(.joinGroup, Int64(place)), at: Int64(place)) }
    log.truncate(after: 3)
    #expect(log.entries.map(\.place) == [2, 3])
  }

  @Test func `a plan is described member by member`() throws {
    let bytes = try ConsumerAssignment(partitions: [TopicPartition("t", 1)]).bytes()
    let sync = SyncGroupRequest(
      groupId: "g", generationId: Generation(2), memberId: "A",
      assignments: [.init(memberId: "A", assignment: bytes), .init(memberId: "B", assignment: [])])
    let message = try #require(GroupMessage(.syncGroup(sync)))
    #expect(message.count("assignment_of") == 2)
    #expect(message.partitions("assignment") == [TopicPartition("t", 1)])
    #expect(GroupMessage(.describeGroups(DescribeGroupsRequest(groups: []))) == nil)
  }
}
