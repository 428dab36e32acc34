import Client
import Feed
import KafkaModel

extension World {
  /// Says who and what there is, and puts the first processes in the queue.
  mutating func announce(into events: inout [TimedEvent]) {
    emit(.group(facts), &events)
    for topic in scenario.topics {
      emit(.topic(topic.name, partitions: topic.partitions), &events)
    }
    for topic in scenario.topics {
      for number in 0..<topic.partitions {
        guard let log = logs[topic.name, number] else { continue }
        let end = LogEnd(offset: log.base, growthPerKilosecond: log.rate * 1000)
        events.append(TimedEvent(log.baseAtMs, .logEnd(log.partition, end)))
      }
    }
    if let output = scenario.transform?.output {
      emit(.transaction(.output(output.name, partitions: output.partitions)), &events)
    }
    for spec in scenario.members { _ = seat(spec, into: &events) }
    seatProducers(into: &events)
    for (index, spec) in scenario.members.enumerated() {
      if let startMs = spec.startMs {
        queue.put(.begin(MemberSlot(index)), atMs: startMs)
      }
    }
  }

  mutating func seat(_ spec: ScenarioMember, into events: inout [TimedEvent]) -> MemberSlot {
    let slot = MemberSlot(seats.count)
    seats.append(Seat(spec, instanceId: instanceId(spec), processRate: scenario.processRate))
    emit(.memberSeen(slot, seats[slot.index].identity), &events)
    emit(.process(slot, .ended), &events)
    if let transform = scenario.transform { seatProducer(of: slot, transform, into: &events) }
    return slot
  }

  /// `partition.assignment.strategy` as far as all members agree, the protocol of the generation
  /// first; with an eager one in it while some member is eager (KIP-429).
  private func agreedAssignors(on chosen: String) -> [String] {
    let lists = seats.filter(\.isAlive).map { $0.assignors ?? assignors }
    guard let first = lists.first else { return [chosen] }
    let shared = first.filter { name in lists.allSatisfy { $0.contains(name) } }
    let agreed = [chosen] + shared.filter { $0 != chosen }
    guard Assignors.rebalanceProtocol(of: agreed) == .cooperative,
      let eager = lists.first(where: { Assignors.rebalanceProtocol(of: $0) == .eager })
    else { return agreed }
    return [chosen] + eager.filter { $0 != chosen }
  }

  /// A generation has begun; says anew how the group is set, where that is news.
  mutating func note(chosen name: String, _ events: inout [TimedEvent]) {
    let before = agreed ?? assignors
    agreed = agreedAssignors(on: name)
    if agreed != before { emit(.group(facts), &events) }
  }

  var facts: GroupFacts {
    let consumer = scenario.consumer
    let broker = scenario.broker
    // Those that a stop of all is for are in force as soon as it is ordered.
    let assignors = bounce?.assignors ?? agreed ?? assignors
    func number(_ key: String, _ value: Int64, _ place: Setting.Place) -> Setting {
      Setting(key, "\(value)", place)
    }
    return GroupFacts(
      groupId: scenario.groupId, assignors: assignors, coordinator: coordinatorId,
      settings: [
        Setting("partition.assignment.strategy", assignors.joined(separator: ","), .consumer),
        number("session.timeout.ms", consumer.sessionTimeoutMs, .consumer),
        number("heartbeat.interval.ms", consumer.heartbeatIntervalMs, .consumer),
        number("max.poll.interval.ms", consumer.maxPollIntervalMs, .consumer),
        number("metadata.max.age.ms", consumer.metadataMaxAgeMs, .consumer),
        number("max.poll.records", consumer.maxPollRecords, .consumer),
        Setting("enable.auto.commit", "\(consumer.enableAutoCommit)", .consumer),
        number("auto.commit.interval.ms", consumer.autoCommitIntervalMs, .consumer),
        Setting("auto.offset.reset", consumer.autoOffsetReset.rawValue, .consumer),
        number("group.initial.rebalance.delay.ms", broker.initialRebalanceDelayMs, .broker),
        number("group.min.session.timeout.ms", Int64(broker.minSessionTimeoutMs), .broker),
        number("group.max.session.timeout.ms", Int64(broker.maxSessionTimeoutMs), .broker),
        number(GroupFacts.produceRateKey, scenario.produceRate, .producer),
        number(GroupFacts.processRateKey, scenario.processRate, .simulation),
        Setting(
          GroupFacts.latencyKey,
          "\(scenario.latencyMs.lowerBound)-\(scenario.latencyMs.upperBound)", .simulation),
      ] + transactionSettings)
  }

  /// What only matters where somebody has transactions.
  private var transactionSettings: [Setting] {
    let loop = scenario.transform.flatMap { $0.isTransactional ? $0.timeoutMs : nil }
    guard let timeoutMs = loop ?? scenario.producers.first?.timeoutMs else { return [] }
    return [
      Setting("isolation.level", scenario.consumer.isolationLevel.name, .consumer),
      Setting("transaction.timeout.ms", "\(timeoutMs)", .producer),
    ]
  }
}
