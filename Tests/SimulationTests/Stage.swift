import Client
import Coordinator
import Feed
import KafkaModel

@testable import Simulation

/// Carries out a transcript's commands on a world and writes down what is seen.
struct Stage {
  private var world: World?
  private var picture = GroupPicture()
  private var timeline = Timeline()
  private var members = 3
  private var partitions: Int32 = 3
  private var consumer = Stage.defaults
  private var broker = CoordinatorConfig()
  private var processRate: Int64 = 30
  private var starts = true
  private var isStatic = false
  private var tally: DeliveryTally?
  private var topics: [ScenarioTopic] = []
  private var transform: ScenarioTransform?
  private var producers: [ScenarioProducer] = []
  private var produceRate: Int64 = 5
  private var latencyMs: ClosedRange<Int64> = 5...20
  private var transactionTimeoutMs: Int32 = 60_000

  struct Misspelt: Error { var command: String }

  private static var defaults: ConsumerConfig {
    var config = ConsumerConfig(groupId: "peter-consumer01", clientId: "", topics: ["peter-test06"])
    config.sessionTimeoutMs = 10_000
    config.autoOffsetReset = .earliest
    return config
  }

  mutating func perform(_ command: String) throws -> String {
    let words = command.split(separator: " ").map(String.init)
    switch (words.first, words.count) {
    case ("members", 2): members = try number(words[1], command)
    case ("partitions", 2): partitions = Int32(try number(words[1], command))
    case ("process-rate", 2): processRate = Int64(try number(words[1], command))
    case ("produce-rate", 2): produceRate = Int64(try number(words[1], command))
    case ("latency", 2):
      let each = try ms(words[1], command)
      latencyMs = each...each
    case ("transform", 2): try use(words[1], command)
    case ("producer", 2):
      producers.append(
        ScenarioProducer(
          words[1], transactionalId: TransactionalId("\(words[1])-tx"), topic: "peter-test06",
          timeoutMs: transactionTimeoutMs))
    case ("nobody", 1): starts = false
    case ("static", 1): isStatic = true
    case ("set", 3): try set(words[1], words[2])
    case ("advance", 2): return try advance(ms: ms(words[1], command))
    case ("until", 2): return try advance(until: words[1])
    case ("await", 3...): return try advance(toLine: words.dropFirst().joined(separator: " "))
    case ("topic", 3):
      let partitions = Int32(try number(words[2], command))
      topics.append(ScenarioTopic(TopicName(words[1]), partitions))
    case ("next", 4): try prepare(words[1], words[2], words[3], command)
    case ("status", 1): return try status()
    case (_?, 1...3): return try act(words, command)
    default: throw Misspelt(command: command)
    }
    return ""
  }

  /// The members write to `out` what they read.
  private mutating func use(_ kind: String, _ command: String) throws {
    guard ["transactional", "plain"].contains(kind) else { throw Misspelt(command: command) }
    consumer.enableAutoCommit = false
    transform = ScenarioTransform(
      output: ScenarioTopic("out", 1), isTransactional: kind == "transactional",
      timeoutMs: transactionTimeoutMs)
  }

  private mutating func set(_ key: String, _ value: String) throws {
    if key == "transaction.timeout.ms" {
      transactionTimeoutMs = Int32(try number(value, key))
    } else if key == "group.initial.rebalance.delay.ms" {
      broker.initialRebalanceDelayMs = Int64(try number(value, key))
    } else {
      try consumer.set(key, value)
    }
  }

  /// What the member's next process is started with: `next A strategy range,sticky`.
  private mutating func prepare(
    _ who: String, _ key: String, _ value: String, _ command: String
  ) throws {
    var events: [TimedEvent] = []
    var changed = try world ?? made(&events)
    for event in events { picture.apply(event, into: &timeline) }
    guard let slot = slot(who) else { throw Misspelt(command: command) }
    switch key {
    case "strategy": changed.seats[slot.index].assignors = list(value)
    case "topics": changed.seats[slot.index].topics = list(value).map { TopicName($0) }
    case "instance": changed.seats[slot.index].instanceId = InstanceId(value)
    default: throw Misspelt(command: command)
    }
    world = changed
  }

  private func list(_ text: String) -> [String] {
    text == "-" ? [] : text.split(separator: ",").map(String.init)
  }

  private func slot(_ letter: String) -> MemberSlot? {
    "ABCDEFGH".firstIndex(of: Character(letter)).map {
      MemberSlot("ABCDEFGH".distance(from: "ABCDEFGH".startIndex, to: $0))
    }
  }

  private mutating func act(_ words: [String], _ command: String) throws -> String {
    if ["pause", "continue"].contains(words[0]), words.count == 2, let slot = slot(words[1]) {
      return try run { world, events in
        if words[0] == "pause" {
          world.pause(slot, into: &events)
        } else {
          world.resume(slot, into: &events)
        }
        return ""
      }
    }
    guard let action = groupCommand(words) ?? memberCommand(words) ?? producerCommand(words)
    else {
      throw Misspelt(command: command)
    }
    return try run { world, events in
      let answer = world.perform(action, into: &events)
      return answer == .done ? "" : "\(answer)\n"
    }
  }

  private func groupCommand(_ words: [String]) -> Command? {
    switch (words[0], words.count) {
    case ("add", 1): .add
    case ("move-coordinator", 1): .moveCoordinator
    case ("produce", 2): Int64(words[1]).map { .produce(records: $0) }
    case ("add-partition", 2): .addPartitions(TopicName(words[1]))
    case ("change-assignor", 2): .changeAssignor(list(words[1]))
    case ("change-membership", 2): .changeMembership(isStatic: words[1] == "static")
    default: nil
    }
  }

  private func memberCommand(_ words: [String]) -> Command? {
    guard words.count >= 2, words[1].count == 1, let slot = slot(words[1]) else { return nil }
    switch (words[0], words.count) {
    case ("subscribe", 3): return .subscribe(slot, list(words[2]).map { TopicName($0) })
    case ("kill", 2): return .kill(slot)
    case ("close", 2): return .close(slot)
    case ("restart", 2), ("start", 2): return .restart(slot)
    case ("stop-polling", 2): return .stopPolling(slot)
    case ("resume-polling", 2): return .resumePolling(slot)
    case ("cut", 2): return .cutNetwork(slot)
    case ("heal", 2): return .healNetwork(slot)
    default: return nil
    }
  }

  private func producerCommand(_ words: [String]) -> Command? {
    // Members' producers come first.
    let slot = ProducerSlot(transform == nil ? 0 : members)
    switch (words[0], words.count > 1 ? words[1] : "") {
    case ("tx", "send"):
      guard words.count == 3, let records = Int64(words[2]) else { return nil }
      return .producer(slot, .send(records: records))
    case ("tx", "commit"): return .producer(slot, .commit)
    case ("tx", "abort"): return .producer(slot, .abort)
    case ("tx", "kill"): return .producer(slot, .kill)
    case ("tx", "restart"): return .producer(slot, .restart)
    default: return nil
    }
  }

  private mutating func advance(ms: Int64) throws -> String {
    try run { world, events in
      let until = world.nowMs + ms
      while world.step(into: &events, notAfterMs: until) {}
      world.advance(toMs: until)
      return ""
    }
  }

  private mutating func advance(until state: String) throws -> String {
    try run { world, events in
      let limit = world.nowMs + 600_000
      var from = events.count
      while world.step(into: &events, notAfterMs: limit) {
        for timed in events[from...] {
          if case .groupState(let entered, _, _) = timed.event, entered.rawValue == state {
            return ""
          }
        }
        from = events.count
      }
      return "(never)\n"
    }
  }

  /// Goes on until such a line is written down.
  private mutating func advance(toLine text: String) throws -> String {
    try run { world, events in
      let limit = world.nowMs + 600_000
      var from = events.count
      while world.step(into: &events, notAfterMs: limit) {
        for timed in events[from...] {
          if SeenLine.text(of: timed)?.contains(text) ?? false { return "" }
        }
        from = events.count
      }
      return "(never)\n"
    }
  }

  private mutating func run(
    _ body: (inout World, inout [TimedEvent]) -> String
  ) throws -> String {
    var events: [TimedEvent] = []
    var acted = try world ?? made(&events)
    for event in events { picture.apply(event, into: &timeline) }
    events.removeAll()
    let said = body(&acted, &events)
    world = acted
    let known = picture.members.count
    for event in events { picture.apply(event, into: &timeline) }
    picture.advance(toMs: acted.nowMs)
    for timed in events {
      if case .transaction(.delivered(let tally)) = timed.event { self.tally = tally }
    }
    return events.filter { !Self.isIntroduction($0, known) }.compactMap { SeenLine.text(of: $0) }
      .map { $0 + "\n" }.joined() + said
  }

  /// Who is seen for the first time says so by starting.
  private static func isIntroduction(_ timed: TimedEvent, _ known: Int) -> Bool {
    if case .memberSeen(let slot, _) = timed.event { slot.index >= known } else { false }
  }

  private func made(_ events: inout [TimedEvent]) throws -> World {
    let order: [Int64] = [400, 0, 800]
    let scenario = Scenario(
      groupId: "peter-consumer01",
      topics: [ScenarioTopic("peter-test06", partitions)] + topics,
      members: (0..<members).map { number in
        let startMs = number < 3 ? order[number] : Int64(number) * 400
        let name = "peter-kafka0\(number + 1)"
        return ScenarioMember(
          name, instanceId: isStatic ? InstanceId("consumer-\(name)") : nil,
          topics: ["peter-test06"] + topics.map(\.name), startMs: starts ? startMs : nil)
      },
      consumer: consumer, broker: broker, produceRate: produceRate, processRate: processRate,
      latencyMs: latencyMs, transform: transform, producers: producers)
    return World(scenario: scenario, seed: 7, into: &events)
  }

  private func status() throws -> String {
    var lines = [
      "\(SeenLine.time(picture.timeMs)) \(picture.state?.rawValue ?? "?")"
        + " generation \(picture.generation?.value ?? -1)"
        + " leader \(picture.leader?.letter ?? "-")"
    ]
    for member in picture.members {
      let owns = member.owned.map(SeenLine.name).joined(separator: ",")
      lines.append("  \(member.slot.letter) \(member.word.rawValue) owns [\(owns)]")
    }
    for (place, partition) in picture.partitions.enumerated() {
      let owner = partition.shownOwner?.letter ?? "-"
      let unread = picture.notReadMs(place).map { " not read \(SeenLine.time($0))" } ?? ""
      let lag = partition.lag(atMs: picture.timeMs).map(String.init) ?? "?"
      let number = SeenLine.name(partition.partition)
      lines.append("  \(number) \(partition.status.rawValue) \(owner) lag \(lag)\(unread)")
    }
    if let tally {
      lines.append(
        "  done \(tally.done) committed \(tally.committed) duplicates \(tally.duplicates)"
          + " lost \(tally.lost) aborted \(tally.aborted) open \(tally.open)")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func number(_ text: String, _ command: String) throws -> Int {
    guard let value = Int(text) else { throw Misspelt(command: command) }
    return value
  }

  private func ms(_ text: String, _ command: String) throws -> Int64 {
    if text.hasSuffix("ms"), let value = Int64(text.dropLast(2)) { return value }
    if text.hasSuffix("s"), let value = Int64(text.dropLast()) { return value * 1000 }
    throw Misspelt(command: command)
  }
}
