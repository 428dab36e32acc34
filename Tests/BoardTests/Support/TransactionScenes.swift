import Feed
import KafkaModel

/// The moments with transactions that the tests look at.
enum TransactionScenes {
  static let id = TransactionalId("peter-transaction-01")

  /// A producer without a consumer has a transaction open in partition 1, and was killed or not.
  static func open(isDead: Bool = false) -> Stage {
    var stage = Scenes.calm { begin(&$0) }
    if isDead { tell(&stage, 19_500, .process(ProducerSlot(0), .killed)) }
    stage.at(19_500, .committed(stage.partitions[1], Offset(57)))
    return stage
  }

  private static func begin(_ stage: inout Stage) {
    let producer = Producer(id: 4000, epoch: 0)
    let partition = stage.partitions[1]
    tell(
      &stage, 13_200,
      .producerSeen(
        ProducerSlot(0),
        ProducerIdentity(name: "producer", transactionalId: id, topic: partition.topic)),
      .process(ProducerSlot(0), .started), .producerId(ProducerSlot(0), producer),
      .transaction(id, .empty, producer))
    tell(
      &stage, 13_500, .state(ProducerSlot(0), .inTransaction),
      .transaction(id, .ongoing, producer), .timeout(id, dueMs: 73_500),
      .opened(partition, producer, Offset(65)), .stableOffset(partition, Offset(65)))
  }

  /// Three members with two partitions each, whose loops write to `orders-out` in transactions.
  static func loops(isDead: Bool = false, duplicates: Int64 = 0) -> Stage {
    var stage = Stage(topics: [("orders", 6)])
    stage.see(3)
    stage.rebalance(
      from: 200, generation: 1, cause: .groupWasEmpty(Stage.id(1)),
      shares: [[0, 1], [2, 3], [4, 5]], members: [0, 1, 2])
    for second in stride(from: Int64(4), through: 19, by: 3) {
      stage.heartbeats([0, 1, 2], at: second * 1000 + 200)
    }
    stage.commitAll(at: 18_000)
    tell(&stage, 18_000, .output("orders-out", partitions: 6))
    for index in 0..<3 { begin(index, &stage) }
    tell(
      &stage, 19_000,
      .delivered(
        DeliveryTally(
          done: 420, committed: 420 + duplicates, duplicates: duplicates, aborted: 6, open: 2)))
    if isDead { stage.at(19_200, .process(MemberSlot(0), .killed)) }
    stage.advance(to: 19_500)
    return stage
  }

  private static func begin(_ index: Int, _ stage: inout Stage) {
    let slot = ProducerSlot(index)
    let id = TransactionalId("orders-tx-\(index + 1)")
    let producer = Producer(id: Int64(4000 + index), epoch: Int16(30 + index))
    let outputs = [Int32(index * 2), Int32(index * 2 + 1)].map { TopicPartition("orders-out", $0) }
    tell(
      &stage, 18_000,
      .producerSeen(
        slot,
        ProducerIdentity(
          name: "peter-kafka0\(index + 1)", transactionalId: id, topic: "orders-out",
          member: MemberSlot(index))),
      .producerId(slot, producer), .transaction(id, .completeCommit, producer))
    guard index != 1 else { return }
    tell(
      &stage, 19_000, .state(slot, .inTransaction), .transaction(id, .ongoing, producer),
      .timeout(id, dueMs: 29_000), .opened(outputs[0], producer, Offset(70)),
      .opened(outputs[1], producer, Offset(71)))
    if index == 2 { tell(&stage, 19_100, .transaction(id, .prepareCommit, producer.bumped)) }
  }

  static func tell(_ stage: inout Stage, _ ms: Int64, _ events: TransactionEvent...) {
    for event in events { stage.at(ms, .transaction(event)) }
  }
}
