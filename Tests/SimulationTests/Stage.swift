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
    case ("nobody", 1): starts = false
    case ("static", 1): isStatic = true
    case ("set", 3): try set(words[1], words[2])
    case ("advance", 2): return try advance(ms: ms(words[1], command))
    case ("until", 2): return try advance(until: words[1])
    case ("status", 1): return try status()
    case (let verb?, 1), (let verb?, 2): return try act(verb, words.dropFirst().first, command)
    default: throw Misspelt(command: command)
    }
    return ""
  }

  private mutating func set(_ key: String, _ value: String) throws {
    if key == "group.initial.rebalance.delay.ms" {
      broker.initialRebalanceDelayMs = Int64(try number(value, key))
    } else {
      try consumer.set(key, value)
    }
  }

  private mutating func act(_ verb: String, _ who: String?, _ command: String) throws -> String {
    guard let action = try self.command(verb, who, command) else {
      throw Misspelt(command: command)
    }
    return try run { world, events in
      let answer = world.perform(action, into: &events)
      return answer == .done ? "" : "\(answer)\n"
    }
  }

  private func command(_ verb: String, _ who: String?, _ line: String) throws -> Command? {
    if verb == "add" { return .add }
    guard let who, let index = "ABCDEFGH".firstIndex(of: Character(who)) else { return nil }
    let slot = MemberSlot("ABCDEFGH".distance(from: "ABCDEFGH".startIndex, to: index))
    switch verb {
    case "kill": return .kill(slot)
    case "close": return .close(slot)
    case "restart", "start": return .restart(slot)
    case "stop-polling": return .stopPolling(slot)
    case "resume-polling": return .resumePolling(slot)
    case "cut": return .cutNetwork(slot)
    case "heal": return .healNetwork(slot)
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

  private mutating func run(
    _ body: (inout World, inout [TimedEvent]) -> String
  ) throws -> String {
    var events: [TimedEvent] = []
    var acted = try world ?? made(&events)
    for event in events { picture.apply(event, into: &timeline) }
    events.removeAll()
    let said = body(&acted, &events)
    world = acted
    for event in events { picture.apply(event, into: &timeline) }
    picture.advance(toMs: acted.nowMs)
    return events.compactMap { SeenLine.text(of: $0) }.map { $0 + "\n" }.joined() + said
  }

  private func made(_ events: inout [TimedEvent]) throws -> World {
    let order: [Int64] = [400, 0, 800]
    let scenario = Scenario(
      groupId: "peter-consumer01", topics: [ScenarioTopic("peter-test06", partitions)],
      members: (0..<members).map { number in
        let startMs = number < 3 ? order[number] : Int64(number) * 400
        let name = "peter-kafka0\(number + 1)"
        return ScenarioMember(
          name, instanceId: isStatic ? InstanceId("consumer-\(name)") : nil,
          topics: ["peter-test06"],
          startMs: starts ? startMs : nil)
      },
      consumer: consumer, broker: broker, processRate: processRate)
    return World(scenario: scenario, seed: 7, into: &events)
  }

  private func status() throws -> String {
    var lines = [
      "\(SeenLine.time(picture.timeMs)) \(picture.state?.rawValue ?? "?")"
        + " generation \(picture.generation?.value ?? -1)"
        + " leader \(picture.leader?.letter ?? "-")"
    ]
    for member in picture.members {
      let owns = member.owned.map { String($0.partition) }.joined(separator: ",")
      lines.append("  \(member.slot.letter) \(member.word.rawValue) owns [\(owns)]")
    }
    for (place, partition) in picture.partitions.enumerated() {
      let owner = partition.shownOwner?.letter ?? "-"
      let unread = picture.notReadMs(place).map { " not read \(SeenLine.time($0))" } ?? ""
      let lag = partition.lag(atMs: picture.timeMs).map(String.init) ?? "?"
      let number = partition.partition.partition
      lines.append("  \(number) \(partition.status.rawValue) \(owner) lag \(lag)\(unread)")
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
