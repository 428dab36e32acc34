import KafkaModel
import Testing

@testable import Client

/// Transactions as they should go, by transaction.version.
struct TransactionStoryTests {
  static let out = TopicPartition("out", 0)
  static let other = TopicPartition("out", 1)
  static let offsets = [PartitionOffset(TopicPartition("in", 0), Offset(7))]

  static func world(
    _ version: TransactionVersion, change: (inout ProducerConfig) -> Void = { _ in }
  ) -> TransactionWorld {
    var world = TransactionWorld()
    world.add("A") {
      $0.transactionVersion = version
      change(&$0)
    }
    world.tell("A", .initTransactions)
    world.sent = []
    _ = world.takeNotes()
    return world
  }

  @Test func aProducerLooksItsCoordinatorUpAndGetsAnId() {
    var world = TransactionWorld()
    world.add("A")
    world.tell("A", .initTransactions)
    #expect(world.applications["A"]?.producer.coordinator == world.coordinatorAt)
    let id = Producer(id: 0, epoch: 0)
    #expect(world.takeNotes() == [.state(.initializing), .initialized(id), .state(.ready)])
  }

  @Test func olderProducersAddWhatTheyWriteToByRequest() {
    var world = Self.world(.one)
    world.tell(
      "A", .beginTransaction, .send(Self.out, count: 3),
      .sendOffsetsToTransaction(Self.offsets, ConsumerGroupMetadata(groupId: "g")),
      .commitTransaction)
    #expect(
      world.sent.map(\.apiKey) == [
        .addPartitionsToTxn, .produce, .addOffsetsToTxn, .txnOffsetCommit, .endTxn,
      ])
    #expect(world.logs[Self.out]?.count(.committed) == 3)
    #expect(world.applications["A"]?.producer.producer == Producer(id: 0, epoch: 0))
  }

  @Test func newerOnesJustWrite() {
    var world = Self.world(.two)
    world.tell(
      "A", .beginTransaction, .send(Self.out, count: 3),
      .sendOffsetsToTransaction(Self.offsets, ConsumerGroupMetadata(groupId: "g")),
      .commitTransaction)
    #expect(world.sent.map(\.apiKey) == [.produce, .txnOffsetCommit, .endTxn])
    let run = RecordRun(firstOffset: Offset(0), nextOffset: Offset(3), count: 3)
    #expect(
      world.takeNotes() == [
        .state(.inTransaction), .written(Self.out, run), .offsetsSent(Self.offsets),
        .state(.committingTransaction), .initialized(Producer(id: 0, epoch: 1)),
        .state(.ready), .committed,
      ])
    #expect(world.groups.committed("g") == Self.offsets)
  }

  @Test(arguments: [TransactionVersion.one, .two])
  func sequenceNumbersGoOnUntilTheEpochChanges(_ version: TransactionVersion) {
    var world = Self.world(version)
    for _ in 0..<2 {
      world.tell("A", .beginTransaction, .send(Self.out, count: 3), .commitTransaction)
    }
    let batches = world.sent.compactMap { request -> ProducedBatch? in
      guard case .produce(let body) = request else { return nil }
      return body.topics[0].partitions[0].batch
    }
    #expect(batches.map(\.firstSequence) == (version == .one ? [0, 3] : [0, 0]))
    #expect(batches.map(\.producer.epoch) == (version == .one ? [0, 0] : [0, 1]))
    #expect(world.logs[Self.out]?.count(.committed) == 6)
  }

  @Test(arguments: [TransactionVersion.one, .two])
  func whatIsAbortedDoesNotCount(_ version: TransactionVersion) {
    var world = Self.world(version)
    world.tell(
      "A", .beginTransaction, .send(Self.out, count: 3),
      .sendOffsetsToTransaction(Self.offsets, ConsumerGroupMetadata(groupId: "g")),
      .abortTransaction)
    #expect(world.takeNotes().suffix(2) == [.state(.ready), .aborted])
    #expect(world.logs[Self.out]?.count(.aborted) == 3)
    #expect(world.groups.committed("g") == [])
  }

  @Test func aTransactionWithoutAnythingNeedsNoRequest() {
    var world = Self.world(.one)
    world.tell("A", .beginTransaction, .commitTransaction)
    world.tell("A", .beginTransaction, .abortTransaction)
    #expect(world.sent == [])
    let ends = world.takeNotes().filter { $0 == .committed || $0 == .aborted }
    #expect(ends == [.committed, .aborted])
  }

  /// The decision is answered before the markers are written.
  @Test func theNextTransactionWaitsForTheMarkersOfTheLast() {
    var world = Self.world(.one)
    world.holdsMarkers = true
    world.tell("A", .beginTransaction, .send(Self.out, count: 3), .commitTransaction)
    #expect(world.takeNotes().last == .committed)
    world.tell("A", .beginTransaction, .send(Self.out, count: 2))
    world.advance(19)
    #expect(world.logs[Self.out]?.end == Offset(3))
    world.holdsMarkers = false
    world.writeMarkers()
    world.advance(1)
    #expect(world.logs[Self.out]?.end == Offset(6))
    #expect(world.logs[Self.out]?.count(.open) == 2)
  }

  @Test func whatComesWhileABatchIsUnderWayIsTheNextBatch() {
    var world = Self.world(.two)
    world.losing = [.produce]
    world.tell(
      "A", .beginTransaction, .send(Self.out, count: 3), .send(Self.out, count: 2),
      .send(Self.other, count: 1), .send(Self.out, count: 4), .commitTransaction)
    world.advance(1_000)
    #expect(world.logs[Self.out]?.batches.map(\.count) == [3, 6])
    #expect(world.logs[Self.other]?.batches.map(\.count) == [1])
    #expect(world.takeNotes().last == .committed)
  }

  @Test func closingAbortsWhatIsOpen() {
    var world = Self.world(.two)
    world.tell("A", .beginTransaction, .send(Self.out, count: 3), .close)
    #expect(world.takeNotes().suffix(3) == [.state(.ready), .aborted, .closed])
    #expect(world.logs[Self.out]?.count(.aborted) == 3)
    world.tell("A", .beginTransaction)
    #expect(world.takeNotes() == [])
  }

  @Test func aCallAtTheWrongTimeIsRefusedAndChangesNothing() {
    var world = TransactionWorld()
    world.add("A")
    let state = ProducerState.uninitialized
    world.tell(
      "A", .beginTransaction, .send(Self.out, count: 1), .commitTransaction, .abortTransaction,
      .sendOffsetsToTransaction(Self.offsets, ConsumerGroupMetadata(groupId: "g")))
    #expect(
      world.takeNotes() == [
        .refused(.beginTransaction, state), .refused(.send, state),
        .refused(.commitTransaction, state), .refused(.abortTransaction, state),
        .refused(.sendOffsetsToTransaction, state),
      ])
    #expect(world.sent == [])
    #expect(world.state() == .uninitialized)
  }

  @Test func withoutATransactionalIdRecordsAreOnlyIdempotent() {
    var world = TransactionWorld()
    world.add("A", id: nil)
    world.losing = [.produce, .produce]
    world.tell("A", .send(Self.out, count: 3), .send(Self.out, count: 2), .beginTransaction)
    world.advance(5_000)
    #expect(world.logs[Self.out]?.batches.map(\.count) == [3, 2])
    #expect(world.logs[Self.out]?.count(.committed) == 5)
    #expect(world.takeNotes().contains(.refused(.beginTransaction, .ready)))
    world.tell("A", .close)
    #expect(world.takeNotes() == [.closed])
  }
}
