import Client
import Feed
import KafkaModel

/// Transactions, drawn apart from all else, so that seeds without them keep their courses.
struct SwarmTransactions: Sendable {
  /// What the members' applications do with what they read; nil: nothing.
  let transform: ScenarioTransform?
  /// Producers without a consumer, in topics that the group reads.
  let producers: [ScenarioProducer]
  let isolation: IsolationLevel
  /// The transaction coordinator moves.
  let hasMoves: Bool
  private let maxPollRecords: Int64

  init(seed: UInt64, topics: [TopicName]) {
    var chance = SeededGenerator(seed: seed ^ 0x7AC5)
    let isDrawn = chance.chance(percent: 35)
    let kind = chance.int(in: 0...99)
    transform = isDrawn && kind < 80 ? Self.transform(isTransactional: kind < 54, &chance) : nil
    let percent: Int64 = transform == nil ? 100 : 30
    producers =
      isDrawn && chance.chance(percent: percent) ? Self.producers(topics, &chance) : []
    let isCommitted = transform?.isTransactional == true || chance.chance(percent: 60)
    isolation = isCommitted ? .readCommitted : .readUncommitted
    hasMoves = chance.chance(percent: 60)
    maxPollRecords = chance.int(in: 30...500)
  }

  private static func transform(
    isTransactional: Bool, _ chance: inout SeededGenerator
  ) -> ScenarioTransform {
    let output = ScenarioTopic("output", Int32(chance.int(in: 1...4)))
    return ScenarioTransform(
      output: output, isTransactional: isTransactional, timeoutMs: timeoutMs(&chance),
      version: version(&chance))
  }

  private static func producers(
    _ topics: [TopicName], _ chance: inout SeededGenerator
  ) -> [ScenarioProducer] {
    (0..<chance.int(in: 1...2)).map { number in
      ScenarioProducer(
        "producer-\(number + 1)", transactionalId: TransactionalId("producer-\(number + 1)-tx"),
        topic: topics[Int(chance.int(in: 0...Int64(topics.count - 1)))],
        timeoutMs: timeoutMs(&chance), startMs: chance.int(in: 0...8000),
        version: version(&chance))
    }
  }

  private static func version(_ chance: inout SeededGenerator) -> TransactionVersion {
    chance.chance(percent: 30) ? .zero : .two
  }

  private static func timeoutMs(_ chance: inout SeededGenerator) -> Int32 {
    Int32(chance.int(in: 10...60) * 1000)
  }

  var isQuiet: Bool { transform == nil && producers.isEmpty }

  /// What the scenario has of it.
  func add(to scenario: inout Scenario) {
    if isQuiet { return }
    scenario.transform = transform
    scenario.producers = producers
    scenario.consumer.isolationLevel = isolation
    if transform == nil { return }
    // The application commits, when it has written.
    scenario.consumer.enableAutoCommit = false
    // Each poll() takes some messages to and fro; a backlog must shrink all the same.
    scenario.consumer.maxPollRecords = maxPollRecords
    scenario.produceRate = 1
  }

  /// When nothing can be open any more of what was open when faults stopped.
  func boundMs(_ scenario: Scenario) -> Int64 {
    if isQuiet { return 0 }
    let timeouts = producers.map(\.timeoutMs) + [transform?.timeoutMs ?? 0]
    return Int64(timeouts.max() ?? 0) + scenario.broker.transactionAbortIntervalMs
      + scenario.consumer.requestTimeoutMs + 20 * scenario.latencyMs.upperBound + 5000
  }

  /// Does something about transactions; the command if it is one.
  func strike(
    _ world: inout World, _ chance: inout SeededGenerator, into events: inout [TimedEvent]
  ) -> Command? {
    let isMove = chance.chance(percent: producers.isEmpty ? 100 : 20)
    if isMove || producers.isEmpty {
      if hasMoves { world.moveTransactions(into: &events) }
      return nil
    }
    let standing = world.producers.indices.filter { world.producers[$0].member == nil }
    let slot = ProducerSlot(standing[Int(chance.int(in: 0...Int64(standing.count - 1)))])
    let command = Command.producer(slot, Self.command(&chance))
    world.perform(command, into: &events)
    return command
  }

  private static func command(_ chance: inout SeededGenerator) -> ProducerCommand {
    switch chance.int(in: 0...99) {
    case 0..<40: .send(records: chance.int(in: 1...20))
    case 40..<60: .commit
    case 60..<72: .abort
    case 72..<80: .kill
    default: .restart
    }
  }
}
