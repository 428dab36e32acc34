import Client
import Coordinator
import Feed
import KafkaModel

/// A scenario nobody chose: its shape is drawn from the seed.
public struct SwarmScenario: Sendable {
  public let scenario: Scenario
  public let faults: NetworkFaults
  /// Mean time between two things done to the group.
  let pauseMs: Int64

  public init(seed: UInt64) {
    var chance = SeededGenerator(seed: seed ^ 0x5EED)
    let topics = (0..<chance.int(in: 1...3)).map {
      ScenarioTopic(TopicName("topic-\($0 + 1)"), Int32(chance.int(in: 1...8)))
    }
    let names = topics.map(\.name)
    // Of its own, so that what was drawn before there were static members stays as it is.
    var staticChance = SeededGenerator(seed: seed ^ 0x57A7)
    let staticPercent = [0, 0, 50, 100][Int(staticChance.int(in: 0...3))]
    let members = (0..<chance.int(in: 1...6)).map { number in
      let name = "consumer-\(number + 1)"
      return ScenarioMember(
        name,
        instanceId: staticChance.chance(percent: Int64(staticPercent)) ? InstanceId(name) : nil,
        topics: Self.subscription(names, &chance), startMs: chance.int(in: 0...8000))
    }
    var made = Scenario(
      groupId: "swarm", topics: topics, members: members,
      consumer: Self.consumer(names, &chance), broker: Self.broker(&chance),
      produceRate: chance.int(in: 0...20), processRate: 0,
      latencyMs: chance.int(in: 0...10)...chance.int(in: 11...300))
    made.consumer.assignors = Self.strategies(seed)
    // Healthy members work off a full poll in half of the time they have at the most. A
    // cooperative one may be at work when JoinGroup is answered; it reads the answer, and sends
    // heartbeats again, only at its next poll.
    let patienceMs =
      made.isCooperative
      ? min(made.consumer.maxPollIntervalMs, made.consumer.sessionTimeoutMs)
      : made.consumer.maxPollIntervalMs
    let slowest = 2000 * made.consumer.maxPollRecords / patienceMs + 1
    made.processRate = slowest * chance.int(in: 1...5)
    made.memberLimit = 8
    scenario = made
    var network = NetworkFaults()
    if chance.chance(percent: 50) { network.lossPerMille = chance.int(in: 0...30) }
    if chance.chance(percent: 50) {
      network.delayPerMille = chance.int(in: 0...100)
      network.delayMs = chance.int(in: 0...4000)
    }
    faults = network
    pauseMs = chance.int(in: 2000...40_000)
  }

  /// `partition.assignment.strategy`, drawn apart from the rest.
  private static func strategies(_ seed: UInt64) -> [String] {
    let lists = [
      ["range"], ["range"], ["roundrobin"], ["sticky"], ["cooperative-sticky"],
      ["cooperative-sticky"], ["range", "cooperative-sticky"],
    ]
    var chance = SeededGenerator(seed: seed ^ 0xA551)
    return lists[Int(chance.int(in: 0...Int64(lists.count - 1)))]
  }

  private static func subscription(
    _ names: [TopicName], _ chance: inout SeededGenerator
  ) -> [TopicName] {
    let some = names.filter { _ in chance.chance(percent: 70) }
    return some.isEmpty ? [names[0]] : some
  }

  private static func consumer(
    _ names: [TopicName], _ chance: inout SeededGenerator
  ) -> ConsumerConfig {
    var config = ConsumerConfig(groupId: "swarm", clientId: "", topics: names)
    config.autoOffsetReset = .earliest
    config.sessionTimeoutMs = chance.int(in: 6...30) * 1000
    config.heartbeatIntervalMs = config.sessionTimeoutMs / chance.int(in: 3...6)
    config.maxPollIntervalMs = chance.int(in: 8...40) * 1000
    config.maxPollRecords = chance.int(in: 1...500)
    config.enableAutoCommit = chance.chance(percent: 85)
    config.autoCommitIntervalMs = chance.int(in: 500...8000)
    return config
  }

  private static func broker(_ chance: inout SeededGenerator) -> CoordinatorConfig {
    var config = CoordinatorConfig()
    config.initialRebalanceDelayMs = chance.int(in: 0...4000)
    if chance.chance(percent: 10) { config.groupMaxSize = Int(chance.int(in: 2...5)) }
    return config
  }
}
