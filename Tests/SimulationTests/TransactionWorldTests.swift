import Client
import Feed
import KafkaModel
import Testing

@testable import Coordinator
@testable import Simulation

/// What the swarm has found in worlds with transactions, told step by step.
struct TransactionWorldTests {
  private static let id: TransactionalId = "one-tx"

  private static var scenario: Scenario {
    var consumer = ConsumerConfig(groupId: "g", clientId: "", topics: ["t"])
    consumer.autoOffsetReset = .earliest
    consumer.enableAutoCommit = false
    consumer.isolationLevel = .readCommitted
    return Scenario(
      groupId: "g", topics: [ScenarioTopic("t", 2)],
      members: [ScenarioMember("one", topics: ["t"], startMs: 0)], consumer: consumer,
      transform: ScenarioTransform(output: ScenarioTopic("out", 1), isTransactional: true),
      producers: [ScenarioProducer("p", transactionalId: "p-tx", topic: "t")])
  }

  private struct Run {
    var world: World
    var events: [TimedEvent] = []

    init(_ scenario: Scenario) {
      var first: [TimedEvent] = []
      world = World(scenario: scenario, seed: 1, into: &first)
    }

    mutating func play(until isReached: (World) -> Bool) {
      while !isReached(world), world.nowMs < 600_000 { world.step(into: &events) }
    }

    mutating func play(forMs ms: Int64) {
      let endMs = world.nowMs + ms
      play { $0.nowMs >= endMs }
    }
  }

  private static func isIn(_ state: TransactionState) -> (World) -> Bool {
    { $0.transactions.transaction(id)?.value.state == state }
  }

  /// Seed 4749: the coordinator moves after the decision; the new one orders the markers again and
  /// is done with them, a new transaction sends its offsets, and only then the first coordinator's
  /// marker comes. It must not end that transaction: its records would be lost.
  @Test func `a marker of a former coordinator does not end the next transaction`() {
    var run = Run(Self.scenario)
    run.play(until: Self.isIn(.prepareCommit))
    let place = TopicPartition(
      .consumerOffsets,
      GroupId("g").offsetsPartition(of: run.world.scenario.broker.offsetsTopicPartitions))
    guard let producer = run.world.transactions.transaction(Self.id)?.value.producer else {
      Issue.record("no transaction")
      return
    }
    let late = MarkerOrder(
      number: 1, transactionalId: Self.id,
      marker: TransactionMarker(
        producer: producer, isCommit: true,
        coordinatorEpoch: run.world.transactions.coordinatorEpoch), partitions: [place])
    run.world.moveTransactions(into: &run.events)
    run.play(until: Self.isIn(.completeCommit))
    run.play { !$0.coordinator.hardState.pendingOffsets("g").isEmpty }
    let pending = run.world.coordinator.hardState.pendingOffsets("g")
    #expect(pending.first?.producer == producer)
    run.world.queue.put(.transactions(.marker(late, place)), atMs: run.world.nowMs)
    run.play(forMs: World.writeMs + 1)
    #expect(run.world.coordinator.hardState.pendingOffsets("g") == pending)
    run.play(forMs: 60_000)
    #expect(run.world.deliveries.tally.lost == 0)
    #expect(run.world.deliveries.tally.committed > 100)
  }

  /// The marker of `__consumer_offsets` may be faster than the output's: what is decided to count
  /// is not lost meanwhile, not even on the screen.
  @Test func `nothing is ever told to be lost or twice`() {
    var run = Run(Self.scenario)
    run.play(forMs: 120_000)
    let told = run.events.compactMap {
      if case .transaction(.delivered(let tally)) = $0.event { tally } else { nil }
    }
    #expect(told.count > 100)
    #expect(told.allSatisfy { $0.lost == 0 && $0.duplicates == 0 })
    #expect(told.last == run.world.deliveries.tally)
  }

  /// A transaction that was aborted at the end of a log: no record is read, but the position and
  /// with it the lag must go on.
  @Test func `a position goes past an aborted transaction at the end of its log`() {
    var scenario = Self.scenario
    scenario.produceRate = 0
    var run = Run(scenario)
    run.play(forMs: 20_000)
    let producer = ProducerSlot(1)
    #expect(run.world.perform(.producer(producer, .send(records: 4)), into: &run.events) == .done)
    run.play(forMs: 2_000)
    #expect(run.world.perform(.producer(producer, .abort), into: &run.events) == .done)
    run.events = []
    run.play(forMs: 5_000)
    let positions = run.events.compactMap {
      if case .position(_, let partition, let offset) = $0.event {
        "\(partition) \(offset)"
      } else {
        nil
      }
    }
    #expect(positions.sorted() == ["t-0 3", "t-1 3"])
    #expect(run.world.deliveries.tally.committed == 0)
  }
}
