import KafkaModel
import Testing

@testable import Client

/// Zombies: producers that have been replaced, members of former generations, transactions that
/// took too long.
struct FencingTests {
  static let out = TransactionStoryTests.out

  @Test(arguments: [TransactionVersion.one, .two])
  func theOlderOfTwoWithOneIdIsFenced(_ version: TransactionVersion) {
    var world = TransactionStoryTests.world(version)
    world.add("B") { $0.transactionVersion = version }
    world.tell("A", .beginTransaction, .send(Self.out, count: 3))
    world.tell("B", .initTransactions)
    world.advance(1_000)
    #expect(world.state("B") == .ready)
    #expect(world.logs[Self.out]?.count(.aborted) == 3)
    _ = world.takeNotes()
    world.tell("A", .send(Self.out, count: 2))
    world.advance(1_000)
    // The leader's word is not the last one.
    #expect(
      world.takeNotes() == [
        .notWritten(Self.out, count: 2, .invalidProducerEpoch), .state(.abortableError),
        .mustAbort(.invalidProducerEpoch, .produce),
      ])
    world.tell("A", .abortTransaction)
    #expect(
      world.takeNotes() == [
        .state(.abortingTransaction), .state(.fatalError), .failed(.producerFenced, .endTxn),
      ])
    world.tell("B", .beginTransaction, .send(Self.out, count: 1), .commitTransaction)
    #expect(world.logs[Self.out]?.count(.committed) == 1)
    #expect(world.logs[Self.out]?.count(.aborted) == 3)
  }

  @Test(arguments: [TransactionVersion.one, .two])
  func aMemberOfAFormerGenerationMustAbort(_ version: TransactionVersion) throws {
    var world = TransactionStoryTests.world(version)
    world.addLoop("M", id: "m")
    world.advance(1_000)
    let old = try #require(world.applications["M"]?.member?.groupMetadata)
    #expect(old.generation == Generation(1) && !old.memberId.isEmpty)
    world.addLoop("N", id: "n")
    world.advance(10_000)
    world.tell(
      "A", .beginTransaction, .send(Self.out, count: 3),
      .sendOffsetsToTransaction(TransactionStoryTests.offsets, old))
    #expect(
      world.takeNotes().suffix(2) == [
        .state(.abortableError), .mustAbort(.illegalGeneration, .txnOffsetCommit),
      ])
    world.tell("A", .commitTransaction, .send(Self.out, count: 1), .abortTransaction)
    #expect(
      world.takeNotes().filter { $0 != .initialized(Producer(id: 0, epoch: 1)) } == [
        .refused(.commitTransaction, .abortableError), .refused(.send, .abortableError),
        .state(.abortingTransaction), .state(.ready), .aborted,
      ])
    #expect(world.logs[Self.out]?.count(.aborted) == 3)
    #expect(world.groups.committed("g") == [])
    // With the present generation the same producer goes on.
    let present = try #require(world.applications["M"]?.member?.groupMetadata)
    world.tell(
      "A", .beginTransaction, .send(Self.out, count: 3),
      .sendOffsetsToTransaction(TransactionStoryTests.offsets, present), .commitTransaction)
    world.advance(1_000)
    #expect(world.takeNotes().last == .committed)
    #expect(world.groups.committed("g") == TransactionStoryTests.offsets)
  }

  @Test func anUnknownMemberMustAbort() {
    var world = TransactionStoryTests.world(.two)
    world.addLoop("M", id: "m")
    world.advance(1_000)
    let stranger = ConsumerGroupMetadata(
      groupId: "g", generation: Generation(1), memberId: "stranger")
    world.tell(
      "A", .beginTransaction,
      .sendOffsetsToTransaction(TransactionStoryTests.offsets, stranger))
    #expect(world.takeNotes().last == .mustAbort(.unknownMemberId, .txnOffsetCommit))
  }

  /// The coordinator aborts by itself, with another epoch; the producer finds out by what it does
  /// next.
  @Test func aTransactionThatTakesTooLongIsOver() {
    var world = TransactionStoryTests.world(.one) { $0.transactionTimeoutMs = 5_000 }
    world.tell("A", .beginTransaction, .send(Self.out, count: 3))
    world.advance(20_000)
    #expect(world.logs[Self.out]?.count(.aborted) == 3)
    #expect(world.state() == .inTransaction)
    world.tell("A", .commitTransaction)
    #expect(world.takeNotes().last == .failed(.producerFenced, .endTxn))
    world.tell("A", .close)
    #expect(world.takeNotes() == [.closed])
  }

  /// With transaction.version 2 an abort that comes too late is the same as the coordinator's own.
  @Test func aNewerProducerMayGoOnAfterItsTransactionTimedOut() {
    var world = TransactionStoryTests.world(.two) { $0.transactionTimeoutMs = 5_000 }
    world.tell("A", .beginTransaction, .send(Self.out, count: 3))
    world.advance(20_000)
    world.tell("A", .send(Self.out, count: 1))
    world.advance(1_000)
    #expect(world.takeNotes().last == .mustAbort(.invalidProducerEpoch, .produce))
    world.tell("A", .abortTransaction)
    #expect(world.takeNotes().last == .aborted)
    world.tell("A", .beginTransaction, .send(Self.out, count: 2), .commitTransaction)
    #expect(world.logs[Self.out]?.count(.committed) == 2)
  }

  @Test func aNewerProducerCannotCommitWhatTimedOut() {
    var world = TransactionStoryTests.world(.two) { $0.transactionTimeoutMs = 5_000 }
    world.tell("A", .beginTransaction, .send(Self.out, count: 3))
    world.advance(20_000)
    world.tell("A", .commitTransaction)
    #expect(world.takeNotes().last == .failed(.invalidTxnState, .endTxn))
    #expect(world.logs[Self.out]?.count(.committed) == 0)
  }
}
