import KafkaModel
import Testing

@testable import Client

/// Calls at any time, in any weather: what the producer says of its transactions is what the logs
/// say, and it never gets stuck.
struct ProducerWeatherTests {
  static let errors: [ErrorCode] = [
    .notCoordinator, .coordinatorLoadInProgress, .concurrentTransactions, .illegalGeneration,
    .transactionAbortable, .notEnoughReplicas, .notLeaderOrFollower, .unknownTopicOrPartition,
    .outOfOrderSequenceNumber, .producerFenced,
  ]
  static let apis: [ApiKey] = [
    .initProducerId, .addPartitionsToTxn, .addOffsetsToTxn, .txnOffsetCommit, .produce, .endTxn,
  ]

  @Test(arguments: 0..<80 as Range<UInt64>)
  func whatCountsIsWhatWasToldToCount(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    func pick<Item>(_ list: [Item]) -> Item { list[Int(random.int(in: 0...Int64(list.count - 1)))] }
    var world = TransactionWorld()
    world.add("A") { $0.transactionVersion = seed % 2 == 0 ? .one : .two }
    world.tell("A", .initTransactions)
    var open: Int64 = 0
    var told: Int64 = 0
    var undecided: Int64 = 0
    for _ in 0..<80 {
      let before = world.state()
      switch random.int(in: 0...11) {
      case 0, 1: world.tell("A", .beginTransaction)
      case 2...4:
        let count = random.int(in: 1...9)
        if world.state() == .inTransaction { open += count }
        world.tell("A", .send(pick([TransactionStoryTests.out, .init("out", 1)]), count: count))
      case 5:
        world.tell(
          "A",
          .sendOffsetsToTransaction(
            TransactionStoryTests.offsets, ConsumerGroupMetadata(groupId: "g")))
      case 6, 7: world.tell("A", .commitTransaction)
      case 8: world.tell("A", .abortTransaction)
      case 9: world.losing.append(pick(Self.apis))
      case 10: world.refusing.append((pick(Self.apis), pick(Self.errors)))
      default: world.moveCoordinator(to: BrokerId(Int32(random.int(in: 3...9))))
      }
      world.advance(random.int(in: 0...3_000))
      for note in world.takeNotes() {
        switch note {
        case .committed:
          told += open
          open = 0
        case .aborted: open = 0
        case .failed where before == .committingTransaction || open > 0:
          undecided = open
          open = 0
        default: break
        }
      }
    }
    let isOver = world.state() == .fatalError
    world.losing = []
    world.refusing = []
    if !isOver { world.tell("A", .abortTransaction) }
    world.tell("A", .close)
    world.advance(200_000)
    if world.takeNotes().contains(.committed) { told += open }
    #expect(world.applications["A"]?.producer.isClosed == true)
    #expect(world.count(.open) == 0)
    #expect((told...told + undecided).contains(world.count(.committed)))
    #expect(undecided == 0 || isOver)
  }
}
