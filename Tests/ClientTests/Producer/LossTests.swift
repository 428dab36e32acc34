import KafkaModel
import Testing

@testable import Client

/// Answers that never come, coordinators that move, leaders that are gone for long.
struct LossTests {
  static let out = TransactionStoryTests.out
  static let apis: [ApiKey] = [
    .addPartitionsToTxn, .produce, .addOffsetsToTxn, .txnOffsetCommit, .endTxn,
  ]

  static func transaction(_ world: inout TransactionWorld, commit: Bool) {
    world.tell(
      "A", .beginTransaction, .send(out, count: 3),
      .sendOffsetsToTransaction(
        TransactionStoryTests.offsets, ConsumerGroupMetadata(groupId: "g")))
    world.advance(1_000)
    world.tell("A", commit ? .commitTransaction : .abortTransaction)
    world.advance(1_000)
  }

  @Test(arguments: apis, [TransactionVersion.one, .two])
  func aLostAnswerIsAskedForAgainWithoutADuplicate(
    _ api: ApiKey, _ version: TransactionVersion
  ) {
    for commit in [true, false] {
      var world = TransactionStoryTests.world(version)
      world.losing = [api, api]
      Self.transaction(&world, commit: commit)
      #expect(world.takeNotes().last == (commit ? .committed : .aborted))
      #expect(world.logs[Self.out]?.batches.count == 1)
      #expect(world.logs[Self.out]?.count(commit ? .committed : .aborted) == 3)
      let isUsed = version == .one || api != .addPartitionsToTxn && api != .addOffsetsToTxn
      #expect(world.losing.isEmpty == isUsed)
      // The next one begins where this one has ended.
      Self.transaction(&world, commit: true)
      #expect(world.takeNotes().last == .committed)
      #expect(world.groups.committed("g") == TransactionStoryTests.offsets)
    }
  }

  /// `KafkaProducer.waitOnMetadata`: not only at the next look, after `metadata.max.age.ms`.
  @Test func aPartitionThatIsYoungerThanTheMetadataIsAskedFor() {
    var world = TransactionStoryTests.world(.two)
    world.partitionCount = 1
    Self.transaction(&world, commit: true)
    #expect(world.takeNotes().last == .committed)
    world.tell("A", .beginTransaction, .send(TopicPartition("out", 1), count: 4))
    // The topic grows while it asks again and again.
    world.advance(1_000)
    world.partitionCount = 2
    world.tell("A", .commitTransaction)
    world.advance(5_000)
    #expect(world.takeNotes().last == .committed)
    #expect(world.logs[TopicPartition("out", 1)]?.count(.committed) == 4)
  }

  @Test func aLostInitProducerIdIsAskedForAgain() {
    var world = TransactionWorld()
    world.add("A")
    world.losing = [.initProducerId]
    world.tell("A", .initTransactions)
    #expect(world.state() == .initializing)
    world.advance(200)
    #expect(world.state() == .ready)
  }

  /// Abort while nobody knows whether the partition was added: it must be found out, or the
  /// transaction would stay open until its timeout.
  @Test func anAbortFindsOutWhatWasAdded() {
    for api in [ApiKey.addPartitionsToTxn, .addOffsetsToTxn] {
      var world = TransactionStoryTests.world(.one)
      world.losing = [api]
      let metadata = ConsumerGroupMetadata(groupId: "g")
      let call: ProducerInput =
        api == .addPartitionsToTxn
        ? .send(Self.out, count: 3)
        : .sendOffsetsToTransaction(TransactionStoryTests.offsets, metadata)
      world.tell("A", .beginTransaction, call, .abortTransaction)
      world.advance(1_000)
      #expect(world.takeNotes().last == .aborted)
      #expect(world.coordinator.transaction("tx")?.value.state == .completeAbort)
      #expect(world.logs[Self.out] == nil || world.logs[Self.out]?.batches.isEmpty == true)
    }
  }

  @Test(arguments: [TransactionVersion.one, .two])
  func theCoordinatorMovesInTheMiddle(_ version: TransactionVersion) {
    var world = TransactionStoryTests.world(version)
    world.tell("A", .beginTransaction, .send(Self.out, count: 3))
    world.moveCoordinator(to: BrokerId(4))
    world.tell("A", .send(TransactionStoryTests.other, count: 1), .commitTransaction)
    world.advance(1_000)
    #expect(world.applications["A"]?.producer.coordinator == BrokerId(4))
    #expect(world.takeNotes().last == .committed)
    #expect(world.logs[Self.out]?.count(.committed) == 3)
  }

  @Test func theCoordinatorMovesWhileTheMarkersAreWritten() {
    var world = TransactionStoryTests.world(.one)
    world.holdsMarkers = true
    world.tell("A", .beginTransaction, .send(Self.out, count: 3), .commitTransaction)
    world.orders = []
    world.holdsMarkers = false
    world.moveCoordinator(to: BrokerId(4))
    #expect(world.logs[Self.out]?.count(.committed) == 3)
    world.tell("A", .beginTransaction, .send(Self.out, count: 1), .commitTransaction)
    world.advance(1_000)
    #expect(world.logs[Self.out]?.count(.committed) == 4)
  }

  /// `delivery.timeout.ms`: nobody knows whether the batch is in the log, so the sequence has a
  /// hole, and the older producer needs another epoch.
  @Test(arguments: [TransactionVersion.one, .two])
  func aLeaderThatIsSilentForLongCostsTheTransaction(_ version: TransactionVersion) {
    var world = TransactionStoryTests.world(version) { $0.transactionTimeoutMs = 600_000 }
    world.tell("A", .beginTransaction)
    world.losing = Array(repeating: .produce, count: 10_000)
    world.tell("A", .send(Self.out, count: 3), .commitTransaction)
    world.advance(119_000)
    #expect(world.state() == .committingTransaction)
    world.advance(1_000)
    #expect(world.takeNotes().last == .mustAbort(.requestTimedOut, .produce))
    world.losing = []
    world.tell("A", .abortTransaction)
    world.advance(1_000)
    #expect(world.takeNotes().last == .aborted)
    #expect(world.applications["A"]?.producer.producer.epoch == 1)
    #expect(world.logs[Self.out]?.count(.aborted) == 3)
    world.tell("A", .beginTransaction, .send(Self.out, count: 2), .commitTransaction)
    world.advance(1_000)
    #expect(world.logs[Self.out]?.count(.committed) == 2)
  }
}
