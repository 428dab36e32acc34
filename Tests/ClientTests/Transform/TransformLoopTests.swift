import KafkaModel
import Testing

@testable import Client

/// Consume, transform, produce, with everything that goes wrong in between.
struct TransformLoopTests {
  static let inputs = [TopicPartition("in", 0), TopicPartition("in", 1)]

  @Test func everyRecordMakesOneInOneTransactionAPoll() {
    var world = TransactionWorld()
    world.write(3, to: Self.inputs[0])
    world.addLoop("A", id: "a")
    world.advance(2_000)
    world.write(4, to: Self.inputs[1])
    world.advance(2_000)
    #expect(world.count(.committed) == 7)
    #expect(world.committedOffsets == 7)
    #expect(world.logs[TopicPartition("out", 1)]?.count(.committed) == 4)
    let loop = world.applications["A"]?.loop
    #expect(loop?.phase == .polling)
  }

  @Test func withoutTransactionsRecordsAreWrittenBeforeTheirOffsets() {
    var world = TransactionWorld()
    world.write(3, to: Self.inputs[0])
    world.addLoop("A", id: nil)
    world.advance(2_000)
    #expect(world.count(.committed) == 3)
    #expect(world.committedOffsets == 3)
    // The application dies between the two: the next one writes them again.
    world.write(5, to: Self.inputs[0])
    world.refusing = [(.offsetCommit, .coordinatorLoadInProgress)]
    world.advance(60)
    #expect(world.count(.committed) == 8 && world.committedOffsets == 3)
    world.kill("A")
    world.addLoop("B", id: nil)
    world.advance(60_000)
    #expect(world.count(.committed) == 13 && world.committedOffsets == 8)
  }

  /// Of one poll() some records are given up and others are under way. What becomes of those must
  /// not pass for what is sent next, or its offsets would be committed before it is written.
  @Test func aLateAnswerIsNotOneToWhatWasSentAfter() {
    var loop = TransformLoop(output: "out", outputPartitions: 2, isTransactional: false)
    let group = ConsumerGroupMetadata(groupId: "g")
    func worked(_ first: Int64, _ count: Int64) -> MemberOutcome {
      let run = RecordRun(
        firstOffset: Offset(first), nextOffset: Offset(first + count), count: count)
      return MemberOutcome(notes: Self.inputs.map { .processed($0, run) }, isWaiting: true)
    }
    func written(_ partition: Int32, _ count: Int64) -> ProducerOutcome {
      let run = RecordRun(firstOffset: Offset(0), nextOffset: Offset(count), count: count)
      return ProducerOutcome(notes: [.written(TopicPartition("out", partition), run)])
    }
    _ = loop.start()
    #expect(loop.handle(worked(0, 5), group: group).count == 2)
    let lost = ProducerNote.notWritten(
      TopicPartition("out", 0), count: 5, .outOfOrderSequenceNumber)
    #expect(
      loop.handle(ProducerOutcome(notes: [lost])) == [
        .consumer(.seekToCommitted), .consumer(.pollAgain),
      ])
    #expect(loop.handle(worked(0, 3), group: group).count == 2)
    #expect(loop.handle(written(1, 5)).isEmpty && loop.phase == .writing)
    #expect(loop.handle(written(0, 3)).isEmpty && loop.phase == .writing)
    let next = Self.inputs.map { PartitionOffset($0, Offset(3)) }
    #expect(loop.handle(written(1, 3)) == [.consumer(.commitSync(next))])
  }

  /// A consumer's position goes past markers without a record; there is nothing to hand on.
  @Test func aPositionThatMovesAloneIsNothingToHandOn() {
    var loop = TransformLoop(output: "out", outputPartitions: 1, isTransactional: false)
    _ = loop.start()
    let outcome = MemberOutcome(notes: [.passedOver(Self.inputs[0], Offset(8))])
    #expect(loop.handle(outcome, group: ConsumerGroupMetadata(groupId: "g")).isEmpty)
    #expect(loop.phase == .polling)
  }

  @Test func anAbortedTransactionIsReadAgain() {
    var world = TransactionWorld()
    world.write(3, to: Self.inputs[0])
    world.refusing = [(.txnOffsetCommit, .transactionAbortable)]
    world.addLoop("A", id: "a")
    world.advance(5_000)
    #expect(world.count(.aborted) == 3)
    #expect(world.count(.committed) == 3)
    #expect(world.committedOffsets == 3)
  }

  /// The application hangs while its transaction ends: the poll() that follows is not lost.
  @Test func whoHangsWhileItsTransactionEndsGoesOnAfterwards() {
    var world = TransactionWorld()
    world.addLoop("A", id: "a")
    world.advance(1_000)
    world.write(3, to: Self.inputs[0])
    world.losing = [.endTxn]
    world.advance(40)
    #expect(world.applications["A"]?.loop?.phase == .committing)
    world.tell("A", consumer: .stopPolling)
    world.advance(2_000)
    #expect(world.count(.committed) == 3 && world.applications["A"]?.loop?.phase == .polling)
    world.tell("A", consumer: .resumePolling)
    world.write(4, to: Self.inputs[0])
    world.advance(5_000)
    #expect(world.count(.committed) == 7 && world.committedOffsets == 7)
  }

  /// The member that was taken for dead comes back with records in hand: the group refuses its
  /// offsets, so that it has to abort.
  @Test func aZombieWritesNothingThatCounts() {
    var world = TransactionWorld()
    world.addLoop("A", id: "a")
    world.advance(1_000)
    world.write(300, to: Self.inputs[0])
    world.advance(1_000)
    world.tell("A", consumer: .stopPolling)
    world.addLoop("B", id: "b")
    world.advance(400_000)
    #expect(world.count(.committed) == 300)
    #expect(world.committedOffsets == 300)
    world.tell("A", consumer: .resumePolling)
    world.advance(5_000)
    #expect(
      world.applications["A"]?.notes.contains {
        if case .mustAbort(_, .txnOffsetCommit) = $0 { true } else { false }
      } == true)
    #expect(world.count(.aborted) == 300)
    #expect(world.count(.committed) == 300)
    // It is a member again, and useful.
    world.advance(60_000)
    for input in Self.inputs { world.write(10, to: input) }
    world.advance(5_000)
    #expect(world.count(.committed) == 320 && world.committedOffsets == 320)
  }

  @Test func anApplicationThatDiesLeavesItsTransactionToTheCoordinator() {
    var world = TransactionWorld()
    world.addLoop("A", id: "a")
    world.advance(1_000)
    world.holdsMarkers = true
    world.write(3, to: Self.inputs[0])
    world.refusing = Array(repeating: (.txnOffsetCommit, .coordinatorLoadInProgress), count: 99)
    world.advance(1_000)
    world.kill("A")
    world.holdsMarkers = false
    world.refusing = []
    #expect(world.count(.open) == 3)
    world.addLoop("B", id: "b")
    world.advance(120_000)
    #expect(world.count(.aborted) == 3)
    #expect(world.count(.committed) == 3 && world.committedOffsets == 3)
  }

  @Test func aFencedProducerEndsItsApplication() {
    var world = TransactionWorld()
    world.addLoop("A", id: "a")
    world.advance(1_000)
    world.add("B", id: "a")
    world.tell("B", .initTransactions)
    world.write(3, to: Self.inputs[0])
    world.advance(5_000)
    #expect(world.applications["A"]?.loop?.phase == .over)
    #expect(world.applications["A"]?.producer.isClosed == true)
    #expect(world.applications["A"]?.memberNotes.contains(.closed) == true)
    #expect(world.count(.committed) == 0)
  }

  /// Each seed draws what gets lost, who moves, who is killed and who freezes.
  @Test(arguments: 0..<16 as Range<UInt64>)
  func whateverHappensEveryRecordCountsOnce(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var world = TransactionWorld()
    let names = ["A", "B", "C"]
    func pick<Item>(_ list: [Item]) -> Item { list[Int(random.int(in: 0...Int64(list.count - 1)))] }
    func add(_ name: String) {
      world.addLoop(name, id: TransactionalId(name), version: seed % 2 == 0 ? .one : .two) {
        // Now and then static members.
        if seed % 3 == 0 { $0.groupInstanceId = InstanceId(name) }
      }
    }
    for name in names { add(name) }
    var written: Int64 = 0
    for step in 0..<40 {
      let name = pick(names)
      switch random.int(in: 0...9) {
      case 0...3:
        let count = random.int(in: 1...40)
        written += count
        world.write(count, to: pick(Self.inputs))
      case 4:
        world.losing.append(
          pick([
            .produce, .endTxn, .txnOffsetCommit, .initProducerId, .offsetCommit, .fetch,
          ]))
      case 5: world.moveCoordinator(to: BrokerId(Int32(3 + step)))
      case 6:
        world.kill(name)
        add(name)
      case 7: world.tell(name, consumer: .stopPolling)
      case 8: world.tell(name, consumer: .resumePolling)
      default: world.refusing.append((.produce, .notEnoughReplicas))
      }
      world.advance(random.int(in: 0...9_000))
    }
    for name in names { world.tell(name, consumer: .resumePolling) }
    world.losing = []
    // A member that died while it joined is waited for as long as Kafka does.
    world.advance(700_000)
    #expect(world.count(.committed) == written)
    #expect(world.committedOffsets == written)
    #expect(world.count(.open) == 0)
  }
}
