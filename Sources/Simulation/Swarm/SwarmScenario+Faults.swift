import Client
import Feed
import KafkaModel

extension SwarmScenario {
  /// Rebalance timeout, session timeout and initial delay; and what a message and a heartbeat
  /// take until the news is everywhere.
  var boundMs: Int64 {
    let consumer = scenario.consumer
    // A second round follows: a silent static member outlives the first, and a cooperative
    // hand-over takes two.
    let isStatic = scenario.members.contains { $0.instanceId != nil }
    let secondRoundMs =
      isStatic || scenario.isCooperative || hasChanges
      ? consumer.maxPollIntervalMs + consumer.sessionTimeoutMs + consumer.heartbeatIntervalMs : 0
    let boundMs =
      changesMs + secondRoundMs + consumer.maxPollIntervalMs + consumer.sessionTimeoutMs
      + scenario.broker.initialRebalanceDelayMs + consumer.heartbeatIntervalMs
      + consumer.requestTimeoutMs + 20 * scenario.latencyMs.upperBound + 5000
    return boundMs + extras.slackMs(of: boundMs)
  }

  /// What has to be left of a run when faults stop.
  var calmBoundMs: Int64 { max(boundMs, transactionBoundMs) }

  /// When nothing can be open any more of what was open when faults stopped.
  var transactionBoundMs: Int64 {
    let boundMs = transactions.boundMs(scenario)
    return boundMs + extras.slackMs(of: boundMs)
  }

  /// Topics that may grow: added partitions are found out while somebody still looks.
  var growing: [TopicName] { hasChanges ? scenario.topics.map(\.name) : [] }

  /// The leader looks at the topics, and what it sees begins a rebalance. A stop of all waits for
  /// the last close() and the sessions of the dead, then all start as far apart as at first.
  private var changesMs: Int64 {
    guard hasChanges else { return 0 }
    let consumer = scenario.consumer
    return consumer.metadataMaxAgeMs + consumer.maxPollIntervalMs + consumer.heartbeatIntervalMs
      + Member.closeTimeoutMs + consumer.sessionTimeoutMs + 12_000
  }

  /// Something that is done to somebody, or to all.
  func command(_ chance: inout SeededGenerator, _ world: World) -> Command {
    if hasChanges, chance.chance(percent: 20) { return change(&chance, world) }
    let slot = MemberSlot(Int(chance.int(in: 0...Int64(world.seats.count - 1))))
    switch chance.int(in: 0...99) {
    case 0..<18: return .kill(slot)
    case 18..<30: return .close(slot)
    case 30..<60: return .restart(slot)
    case 60..<66: return .add
    case 66..<74: return .stopPolling(slot)
    case 74..<82: return .resumePolling(slot)
    case 82..<88: return .cutNetwork(slot)
    case 88..<94: return .healNetwork(slot)
    default: return .processRate(slot, perSecond: chance.int(in: 1...400))
    }
  }
}

extension SwarmScenario {
  private func change(_ chance: inout SeededGenerator, _ world: World) -> Command {
    let names = scenario.topics.map(\.name)
    switch chance.int(in: 0...99) {
    case 0..<45:
      let slot = MemberSlot(Int(chance.int(in: 0...Int64(world.seats.count - 1))))
      let isNone = chance.chance(percent: 15)
      return .subscribe(slot, isNone ? [] : Self.subscription(names, &chance))
    case 45..<75: return .moveCoordinator
    case 75..<90: return .addPartitions(names[Int(chance.int(in: 0...Int64(names.count - 1)))])
    case 90..<95: return .changeMembership(isStatic: chance.chance(percent: 50))
    default:
      let all = Assignors.all
      return .changeAssignor([all[Int(chance.int(in: 0...Int64(all.count - 1)))].name])
    }
  }
}

extension World {
  /// Nothing is broken any more.
  mutating func calm(into events: inout [TimedEvent]) {
    faults = NetworkFaults()
    // Who cannot work off one poll's records in max.poll.interval.ms never stays in a group; whose
    // process starts later has the rate of its seat.
    let rate = max(scenario.processRate, Self.calmRate)
    for index in seats.indices { seats[index].processRate = rate }
    for index in seats.indices where seats[index].isAlive {
      resume(MemberSlot(index), into: &events)
      perform(.healNetwork(MemberSlot(index)), into: &events)
      perform(.resumePolling(MemberSlot(index)), into: &events)
      perform(.processRate(MemberSlot(index), perSecond: rate), into: &events)
    }
  }

  /// Records a second at which any backlog is worked off before long.
  private static let calmRate: Int64 = 20_000
}
