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
  /// Besides faults there are changes: of subscriptions, of topics, of the coordinator's place, of
  /// what takes a stop of all.
  let hasChanges: Bool
  /// What came to the swarm later.
  let extras: SwarmExtras
  let transactions: SwarmTransactions
  /// Its applications write what they read, or there is a producer with a transactional id.
  public var hasTransactions: Bool { !transactions.isQuiet }

  public init(seed: UInt64) {
    var chance = SeededGenerator(seed: seed ^ 0x5EED)
    let topics = (0..<chance.int(in: 1...3)).map {
      ScenarioTopic(TopicName("topic-\($0 + 1)"), Int32(chance.int(in: 1...8)))
    }
    let names = topics.map(\.name)
    // Of its own, so that what was drawn before there were static members stays as it is.
    var staticChance = SeededGenerator(seed: seed ^ 0x57A7)
    let staticPercent = [0, 0, 50, 100][Int(staticChance.int(in: 0...3))]
    let lists = Self.memberLists(seed)
    let members = (0..<chance.int(in: 1...6)).map { number in
      let name = "consumer-\(number + 1)"
      return ScenarioMember(
        name,
        instanceId: staticChance.chance(percent: Int64(staticPercent)) ? InstanceId(name) : nil,
        topics: Self.subscription(names, &chance),
        assignors: lists.isEmpty ? nil : lists[Int(number) % lists.count],
        startMs: chance.int(in: 0...8000))
    }
    var made = Scenario(
      groupId: "swarm", topics: topics, members: members,
      consumer: Self.consumer(names, &chance), broker: Self.broker(&chance),
      produceRate: chance.int(in: 0...20), processRate: 0,
      latencyMs: chance.int(in: 0...10)...chance.int(in: 11...300))
    made.consumer.assignors = Self.strategies(seed)
    var changeChance = SeededGenerator(seed: seed ^ 0xC4A6)
    hasChanges = changeChance.chance(percent: 50)
    // Partitions that are added are found out while somebody still looks.
    if hasChanges { made.consumer.metadataMaxAgeMs = changeChance.int(in: 5...20) * 1000 }
    transactions = SwarmTransactions(seed: seed, topics: names)
    transactions.add(to: &made)
    let slowest = 2000 * made.consumer.maxPollRecords / Self.patienceMs(made, hasChanges) + 1
    made.processRate = slowest * chance.int(in: 1...5)
    made.memberLimit = 8
    extras = SwarmExtras(seed: seed, members: members.count)
    if let size = extras.groupMaxSize { made.broker.groupMaxSize = size }
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

  /// Healthy members work off a full poll in half of this; slower ones would be removed for ever.
  ///
  /// A member hears of a rebalance with a heartbeat and must have rejoined within
  /// `max.poll.interval.ms`. A cooperative one that is at work all the time needs two polls for it:
  /// one sends the commit and returns records, the next one sends JoinGroup. And it reads the
  /// answer, and sends heartbeats again, only at yet another poll, before its session ends.
  private static func patienceMs(_ made: Scenario, _ hasChanges: Bool) -> Int64 {
    let consumer = made.consumer
    // Any assignor may come into force.
    guard made.isCooperative || hasChanges else { return consumer.maxPollIntervalMs }
    let networkMs = 5 * made.latencyMs.upperBound + 500
    return min(
      consumer.maxPollIntervalMs - consumer.heartbeatIntervalMs - networkMs,
      consumer.sessionTimeoutMs)
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

  /// Lists for members by turns, as in the middle of a rolling change; mostly all have the same.
  ///
  /// Two that are used together share a name, as the group needs one that all support.
  private static func memberLists(_ seed: UInt64) -> [[String]] {
    let mixes = [
      [["range"], ["range", "cooperative-sticky"]],
      [["cooperative-sticky"], ["range", "cooperative-sticky"]],
      [["sticky"], ["roundrobin", "sticky"], ["sticky", "range"]],
      [["range", "roundrobin"], ["roundrobin", "range"]],
    ]
    var chance = SeededGenerator(seed: seed ^ 0x3117)
    guard chance.chance(percent: 25) else { return [] }
    return mixes[Int(chance.int(in: 0...Int64(mixes.count - 1)))]
  }

  static func subscription(
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
    // Who hears of a rebalance later than it may take cannot rejoin.
    config.heartbeatIntervalMs = min(config.heartbeatIntervalMs, config.maxPollIntervalMs / 4)
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
