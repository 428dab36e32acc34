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

  @Test func `what the group cannot do is refused`() {
    var scenario = Self.scenario()
    scenario.topics[0].partitions = Int32(Scenario.partitionLimit) - 1
    var source = SimulationSource(scenario: scenario, seed: 1)
    let one = MemberSlot(0)
    #expect(source.perform(.addPartitions("u")) == .refused(.notInThisSource))
    #expect(source.perform(.addPartitions("t")) == .done)
    #expect(source.perform(.addPartitions("t")) == .refused(.tooManyPartitions))
    #expect(source.perform(.changeAssignor([])) == .refused(.notInThisSource))
    #expect(source.perform(.changeAssignor(["range", "none"])) == .refused(.notInThisSource))
    #expect(source.perform(.subscribe(one, ["u"])) == .refused(.notInThisSource))
    #expect(source.perform(.subscribe(MemberSlot(1), ["t"])) == .refused(.notInThisSource))
    #expect(source.perform(.kill(one)) == .done)
    #expect(source.perform(.subscribe(one, ["t"])) == .refused(.notRunning))
  }

  @Test func `members that join after a change have what is in force`() {
    var source = SimulationSource(scenario: Self.scenario(), seed: 1)
    #expect(source.perform(.changeAssignor(["sticky"])) == .done)
    #expect(source.perform(.changeMembership(isStatic: true)) == .done)
    // It is started with the others.
    #expect(source.perform(.add) == .done)
    #expect(source.picture.facts?.assignors == ["sticky"])
    #expect(source.picture.regrouping == .membership(isStatic: true))
    source.play(toMs: source.nowMs + 30_000)
    let picture = source.picture
    #expect(picture.facts?.assignors == ["sticky"])
    #expect(picture.members.map(\.identity.instanceId) == ["consumer-one", "consumer-one2"])
    #expect(picture.state == .stable && picture.members.allSatisfy { $0.owned.count == 1 })
    #expect(source.perform(.add) == .done)
    source.play(toMs: source.nowMs + 10_000)
    #expect(source.picture.members[2].identity.instanceId == "consumer-one3")
    #expect(source.picture.members[2].isMember)
  }

  @Test func `a stop of all waits for the dead, and starts them with the others`() {
    var source = SimulationSource(scenario: Self.scenario(), seed: 1)
    #expect(source.perform(.kill(MemberSlot(0))) == .done)
    #expect(source.perform(.changeMembership(isStatic: true)) == .done)
    source.play(toMs: source.nowMs + 1000)
    #expect(!source.picture.members[0].isRunning, "its session is not over")
    source.play(toMs: source.nowMs + 120_000)
    #expect(source.picture.regrouping == nil && source.picture.state == .stable)
    #expect(source.picture.members[0].memberId?.text.hasPrefix("consumer-one-") == true)
  }

  @Test func `after a stop of all the script begins anew`() {
    var scenario = Self.scenario()
    scenario.script = [ScriptEntry(afterStartMs: 20_000, .kill(MemberSlot(0)))]
    scenario.beats = [Beat("start", .start), Beat("dead", .process(MemberSlot(0), .killed))]
    var source = SimulationSource(scenario: scenario, seed: 1)
    let formerMs = source.nowMs + 20_000
    source.play(toMs: source.nowMs + 15_000)
    #expect(source.perform(.changeAssignor(["sticky"])) == .done)
    let events = source.drain(toMs: source.nowMs + 60_000)
    let kills = events.filter { $0.event == .process(MemberSlot(0), .killed) }.map(\.timeMs)
    let beats = events.compactMap { if case .beat(let beat) = $0.event { beat } else { nil } }
    #expect(kills.count == 1 && kills[0] > formerMs + 15_000)
    #expect(beats == [0, 1])
  }

  @Test func `the coordinator's move is seen in the facts`() {
    var source = SimulationSource(scenario: Self.scenario(), seed: 1)
    #expect(source.picture.facts?.coordinator == Scenario.coordinator)
    for expected in [3, 1, 2] as [Int32] {
      // The second move comes while the first one's log is still being read.
      #expect(source.perform(.moveCoordinator) == .done)
      #expect(source.picture.facts?.coordinator == BrokerId(expected))
    }
    source.play(toMs: source.nowMs + 20_000)
    #expect(source.picture.state == .stable && source.picture.generation == Generation(1))
    #expect(source.picture.members[0].isMember && source.picture.partitions[0].status == .read)
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
