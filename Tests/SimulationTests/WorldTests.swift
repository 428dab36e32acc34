import Client
import Feed
import KafkaModel
import Testing

@testable import Simulation

struct WorldTests {
  private static func scenario(rate: Int64 = 5) -> Scenario {
    var consumer = ConsumerConfig(groupId: "g", clientId: "", topics: ["t"])
    consumer.autoOffsetReset = .earliest
    return Scenario(
      groupId: "g", topics: [ScenarioTopic("t", 2)],
      members: [ScenarioMember("one", topics: ["t"], startMs: 0)],
      consumer: consumer, produceRate: rate)
  }

  @Test func `two seeds give other ids and the same owners`() {
    let first = SimulationSource(scenario: Self.scenario(), seed: 1)
    let second = SimulationSource(scenario: Self.scenario(), seed: 2)
    #expect(first.picture.members[0].memberId != second.picture.members[0].memberId)
    #expect(
      first.picture.partitions.map(\.shownOwner) == second.picture.partitions.map(\.shownOwner))
  }

  @Test func `what cannot be done is refused`() {
    var source = SimulationSource(scenario: Self.scenario(), seed: 1)
    let one = MemberSlot(0)
    #expect(source.perform(.restart(one)) == .refused(.alreadyRunning))
    #expect(source.perform(.kill(MemberSlot(9))) == .refused(.notInThisSource))
    #expect(source.perform(.close(one)) == .done)
    #expect(source.perform(.close(one)) == .refused(.alreadyClosing))
    source.play(toMs: source.nowMs + 5000)
    #expect(source.perform(.kill(one)) == .refused(.notRunning))
    #expect(source.perform(.restart(one)) == .done)
    for _ in 1..<source.scenario.memberLimit { #expect(source.perform(.add) == .done) }
    #expect(source.perform(.add) == .refused(.tooManyMembers))
  }

  @Test func `a process that was started by hand is not started again by itself`() {
    var scenario = Self.scenario()
    scenario.members[0].startMs = 3000
    var events: [TimedEvent] = []
    var world = World(scenario: scenario, seed: 1, into: &events)
    #expect(world.perform(.restart(MemberSlot(0)), into: &events) == .done)
    while world.step(into: &events, notAfterMs: 20_000) {}
    #expect(events.filter { $0.event == .process(MemberSlot(0), .started) }.count == 1)
    #expect(events.contains { if case .readingStarted = $0.event { true } else { false } })
  }

  @Test func `a log grows with its rate and says when a record will be there`() {
    let log = PartitionLog(TopicPartition("t", 0), rate: 7, fromMs: 100)
    for ms in stride(from: Int64(0), through: 5000, by: 13) {
      let end = log.end(atMs: ms)
      let nextMs = log.arrivalMs(of: end) ?? .max
      #expect(nextMs > ms || ms < 100)
      #expect(log.end(atMs: nextMs) > end)
    }
    #expect(
      PartitionLog(TopicPartition("t", 0), rate: 0, fromMs: 0).arrivalMs(of: Offset(0)) == nil)
  }

  @Test func `names of added members are counted on`() {
    #expect(MemberNames(like: ["peter-kafka03"]).next(after: ["a", "b", "c"]) == "peter-kafka04")
    #expect(MemberNames(like: ["x"]).next(after: ["x", "x3"]) == "x4")
    #expect(MemberNames(like: []).name(7) == "consumer07")
  }
}
