import KafkaModel
import Testing

@testable import Client

/// An application that works its records off, commits or seeks by itself, and only then polls.
struct CommitSyncTests {
  /// Has ten records of orders-0 in hand, and is done with them.
  static func waiting(
    change: (inout ConsumerConfig) -> Void = { _ in }
  ) throws -> Bench {
    var bench = Bench(waitsAfterWork: true) {
      $0.enableAutoCommit = false
      change(&$0)
    }
    try bench.connect()
    try bench.join(5, Bench.both)
    try bench.position(at: 10)
    try bench.deliver(5)
    bench.advance(10)
    bench.notes = []
    return bench
  }

  static let next = Bench.both.map { PartitionOffset($0, Offset(15)) }

  @Test func itPollsOnlyWhenItIsToldSo() throws {
    var bench = try Self.waiting()
    #expect(bench.isWaiting)
    #expect(bench.member.deadlines.contains { $0.kind == .poll })
    try bench.deliver(5)
    bench.advance(1_000)
    #expect(bench.takeFacts() == [])
    bench.give(.pollAgain)
    #expect(!bench.isWaiting)
    let processed = bench.takeFacts().filter { if case .processed = $0 { true } else { false } }
    #expect(processed.count == 2)
  }

  @Test func whoWaitsTooLongIsOutOfTheGroup() throws {
    var bench = try Self.waiting { $0.maxPollIntervalMs = 2_000 }
    bench.advance(2_500)
    #expect(bench.takeFacts().contains(.pollMissed))
    #expect(bench.waiting(.leaveGroup).count == 1)
    bench.give(.commitSync(Self.next))
    #expect(bench.takeFacts() == [.commitRefused(.illegalGeneration)])
    // What it tells a transaction is still what it was when it got its records.
    #expect(bench.member.groupMetadata.generation == Generation(5))
    #expect(bench.member.groupMetadata.memberId == "c-1")
  }

  @Test func theCommitIsOverWhenItIsStored() throws {
    var bench = try Self.waiting()
    bench.give(.commitSync(Self.next))
    bench.give(.pollAgain)
    #expect(bench.isWaiting, "it is inside commitSync()")
    try bench.commitAnswered()
    #expect(bench.takeFacts() == [.committed(Self.next)])
    #expect(bench.member.committed == Self.next)
    bench.give(.pollAgain)
    #expect(!bench.isWaiting)
  }

  @Test func theCommitIsTriedAgainUntilItIsDecided() throws {
    var bench = try Self.waiting()
    bench.give(.commitSync(Self.next))
    try bench.commitAnswered(.coordinatorLoadInProgress)
    bench.advance(200)
    try bench.commitAnswered(.notCoordinator)
    bench.advance(200)
    try bench.answer(Bench.coordinatorAt(Bench.coordinator))
    bench.advance(1_000)
    #expect(bench.takeFacts() == [])
    try bench.commitAnswered(.illegalGeneration)
    let facts = bench.takeFacts()
    #expect(facts.contains(.commitRefused(.illegalGeneration)))
    bench.advance(5_000)
    #expect(bench.waiting(.offsetCommit).isEmpty)
  }

  @Test func aSeekForgetsWhatWasFetched() throws {
    var bench = try Self.waiting()
    // Asked from 15 on, before the seek.
    let late = try bench.take(.fetch)
    bench.give(.seek([PartitionOffset(Bench.both[0], Offset(3))]))
    bench.give(.pollAgain)
    guard case .fetch(let asked) = late.request else { return }
    let run = RecordRun(firstOffset: Offset(15), nextOffset: Offset(20), count: 5)
    let answer = FetchResponse(
      responses: asked.topics.map { topic in
        .init(
          name: topic.name,
          partitions: topic.partitions.map {
            .init(partitionIndex: $0.partition, highWatermark: Offset(20), records: .run(run))
          })
      })
    bench.give(.response(correlationId: late.correlationId, .fetch(answer)))
    #expect(
      bench.member.positions == [
        PartitionOffset(Bench.both[0], Offset(3)), PartitionOffset(Bench.both[1], Offset(20)),
      ])
    let next = try bench.take(.fetch)
    guard case .fetch(let body) = next.request else { return }
    #expect(body.topics[0].partitions.first?.fetchOffset == Offset(3))
  }

  @Test func itGoesBackToWhatIsCommittedOrToTheBeginning() throws {
    var bench = try Self.waiting()
    bench.give(.seekToCommitted)
    #expect(bench.member.positions == [])
    bench.give(.pollAgain)
    try bench.position(at: 12)
    #expect(bench.member.positions == Bench.both.map { PartitionOffset($0, Offset(12)) })

    // `latest` would lose what was never committed.
    bench = try Self.waiting { $0.autoOffsetReset = .latest }
    bench.give(.seekToCommitted)
    bench.give(.pollAgain)
    try bench.position(at: -1)
    guard case .listOffsets(let body) = try bench.take(.listOffsets).request else { return }
    #expect(body.topics.flatMap(\.partitions).allSatisfy { $0.timestamp == -2 })
  }

  @Test func frozenWithRecordsInHandItGoesOnWithThem() throws {
    var bench = try Self.waiting()
    bench.give(.stopPolling)
    #expect(!bench.isWaiting && bench.member.doing == .notPolling)
    bench.give(.pollAgain)
    #expect(bench.member.doing == .notPolling)
    bench.give(.resumePolling)
    #expect(bench.isWaiting)
  }

  @Test func theIsolationLevelIsAskedFor() throws {
    var bench = try Self.waiting { $0.isolationLevel = .readCommitted }
    guard case .fetch(let body) = try bench.take(.fetch).request else { return }
    #expect(body.isolationLevel == 1)
  }
}
