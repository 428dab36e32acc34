import Client
import Cluster
import Feed
import KafkaModel
import KafkaSecurity
import Lessons
import Simulation
import Testing

@testable import regroup

@Suite struct ClusterCastTests {
  private func scenario(startsMs: [Int64?]) -> Scenario {
    var consumer = ConsumerConfig(groupId: "peter", clientId: "", topics: [])
    consumer.sessionTimeoutMs = 10_000
    consumer.autoOffsetReset = .latest
    consumer.assignors = ["sticky"]
    return Scenario(
      groupId: "peter", topics: [ScenarioTopic("topic-1", 2), ScenarioTopic("topic-2", 4)],
      members: startsMs.enumerated().map { number, startMs in
        ScenarioMember(
          "host0\(number + 1)", instanceId: InstanceId("consumer-host0\(number + 1)"),
          topics: number == 0 ? ["topic-1"] : ["topic-1", "topic-2"], startMs: startMs)
      },
      consumer: consumer, produceRate: 7, processRate: 40)
  }

  private func cast(startsMs: [Int64?]) -> ClusterCast {
    ClusterCast(scenario: scenario(startsMs: startsMs), tag: "abc123")
  }

  @Test func aClusterGetsTheScenarioUnderNamesOfThisRun() throws {
    var options = DriveOptions(
      bootstrap: [BrokerAddress(host: "h", port: 1)], memberCommand: ["/bin/false"],
      environment: [], seed: 1)
    cast(startsMs: [400, 0, nil]).fill(&options)
    #expect(options.fault == nil && options.renaming == nil)
    #expect(options.group == "regroup-abc123-peter")
    #expect(options.topics.map(\.name) == ["regroup-abc123-topic-1", "regroup-abc123-topic-2"])
    #expect(options.topics.map(\.partitions) == [2, 4])
    #expect(options.produceRatePerSecond == 7 && options.processRatePerSecond == 40)
    #expect(
      options.settings == [
        "auto.offset.reset=latest", "partition.assignment.strategy=sticky",
        "session.timeout.ms=10000",
      ])
    let members = try #require(options.cast)
    #expect(members.map(\.name) == ["host01", "host02", "host03"])
    #expect(members.map(\.startMs) == [400, 0, nil])
    #expect(members[0].clientId == "host01" && members[0].instanceId == "consumer-host01")
    #expect(members[0].topics == ["regroup-abc123-topic-1"])
    #expect(members[1].topics == ["regroup-abc123-topic-1", "regroup-abc123-topic-2"])
  }

  @Test func whoIsAddedByHandIsLikeTheOthers() {
    let new = cast(startsMs: [0]).newcomer(after: ["host01"])
    #expect(new.name == "host02" && new.instanceId == "consumer-host02" && new.startMs == 0)
    #expect(new.topics == ["regroup-abc123-topic-1"])
  }

  @Test func whoComesBeforeTheDelayIsOverIsInTheFirstGeneration() {
    let slots = cast(startsMs: [2_500, 0, 5_400, 9_000, nil]).firstGeneration
    #expect(slots == [MemberSlot(1), MemberSlot(0), MemberSlot(2)])
    #expect(cast(startsMs: [nil]).firstGeneration.isEmpty)
  }

  @Test func whatNoBrokerCanBeToldIsNamed() {
    var scenario = scenario(startsMs: [0])
    scenario.script = [ScriptEntry(afterStartMs: 0, .kill(MemberSlot(0)))]
    #expect(scenario.missingOnClusters == nil)
    scenario.latencyMs = 500...500
    #expect(scenario.missingOnClusters?.english == "slow network")
    scenario.broker.initialRebalanceDelayMs = 0
    #expect(scenario.missingOnClusters?.english == "slow network, settings of the broker")
    #expect(scenario.missingOnClusters?.korean == "느린 네트워크, 브로커 설정")
  }

  @Test func aScriptThatOnlyASimulationCanPlayIsRefused() throws {
    for number in ["two-topics", "bounces"] {
      let lesson = try #require(Lessons.find(number))
      let address = BrokerAddress(host: "localhost", port: 9092)
      #expect(throws: Failure.self) {
        _ = try Play.figure(
          lesson, on: [address], connection: ConnectionConfig(), caps: VersionCaps())
      }
    }
  }
}
