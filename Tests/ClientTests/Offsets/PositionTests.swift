import KafkaModel
import Testing

@testable import Client

struct PositionTests {
  static func assigned(_ reset: AutoOffsetReset) throws -> Bench {
    var bench = Bench { $0.autoOffsetReset = reset }
    try bench.connect()
    try bench.join(5, [Bench.both[0]])
    return bench
  }

  static func listed(_ offset: Int64) -> Response {
    let answer = ListOffsetsResponse.Partition(partitionIndex: 0, offset: Offset(offset))
    return .listOffsets(
      ListOffsetsResponse(topics: [ListOffsetsResponse.Topic(name: "orders", partitions: [answer])])
    )
  }

  @Test func withNothingCommittedTheResetRuleDecides() throws {
    for (rule, timestamp) in [(AutoOffsetReset.latest, Int64(-1)), (.earliest, -2)] {
      var bench = try Self.assigned(rule)
      try bench.position(at: -1)
      guard case .listOffsets(let list) = try #require(bench.open.last).request else { return }
      #expect(list.topics.first?.partitions.first?.timestamp == timestamp)
      try bench.answer(Self.listed(77))
      #expect(bench.member.positions == [PartitionOffset(Bench.both[0], Offset(77))])
      #expect(bench.member.committed.isEmpty)
    }
    var bench = try Self.assigned(.none)
    try bench.position(at: -1)
    #expect(bench.member.doing == .failed)
  }

  @Test func anOffsetOutOfRangeIsResetToo() throws {
    var bench = try Bench.reading { $0.autoOffsetReset = .earliest }
    try bench.deliver(1, error: .offsetOutOfRange)
    #expect(bench.waiting(.listOffsets).count == 1 && bench.member.positions.isEmpty)
    #expect(bench.notes.contains(.readingStopped(Bench.both[0])))
  }

  @Test func pendingTransactionsAreWaitedFor() throws {
    var bench = try Self.assigned(.latest)
    let request = try bench.take(.offsetFetch)
    let pending = OffsetFetchResponse.Partition(
      partitionIndex: 0, errorCode: .unstableOffsetCommit)
    let group = OffsetFetchResponse.Group(
      groupId: "g", topics: [OffsetFetchResponse.Topic(name: "orders", partitions: [pending])])
    bench.give(
      .response(
        correlationId: request.correlationId,
        .offsetFetch(OffsetFetchResponse(groups: [group]))))
    #expect(bench.waiting(.offsetFetch).isEmpty)
    bench.advance(200)
    try bench.position(at: 3)
    #expect(bench.member.doing == .reading)
  }

  @Test func whatWasAskedForAnOlderAssignmentIsNotUsed() throws {
    var bench = try Bench.reading()
    let old = try bench.take(.fetch)
    bench.advance(3_000)
    try bench.answer(Bench.heartbeat(.rebalanceInProgress))
    try bench.commitAnswered()
    try bench.join(6, [Bench.both[0]])
    try bench.position(at: 50)
    let run = RecordRun(firstOffset: Offset(10), nextOffset: Offset(60), count: 50)
    let part = FetchResponse.Partition(
      partitionIndex: 0, highWatermark: Offset(60), records: .run(run))
    let body = FetchResponse(responses: [FetchResponse.Topic(name: "orders", partitions: [part])])
    bench.give(.response(correlationId: old.correlationId, .fetch(body)))
    #expect(bench.member.positions == [PartitionOffset(Bench.both[0], Offset(50))])
    #expect(bench.waiting(.fetch).count == 1)
  }

  @Test func aLeaderThatFailsIsAskedAgainAfterFreshMetadata() throws {
    var bench = try Bench.reading()
    try bench.deliver(0, error: .notLeaderOrFollower)
    #expect(bench.waiting(.fetch).isEmpty && bench.waiting(.metadata).isEmpty)
    bench.advance(100)
    try bench.answer(Bench.metadata([("orders", 4)]))
    #expect(bench.waiting(.fetch).count == 1)
  }

  @Test func anOffsetOutOfRangeWithoutARuleIsFatal() throws {
    var bench = try Bench.reading { $0.autoOffsetReset = .none }
    try bench.deliver(1, error: .offsetOutOfRange)
    #expect(bench.notes.contains(.failed(.offsetOutOfRange, .fetch)))
    #expect(bench.member.doing == .failed)
  }

  @Test func onlyWhatHasAPositionIsFetched() throws {
    var bench = Bench()
    try bench.connect()
    try bench.join(5, Bench.both)
    let request = try bench.take(.offsetFetch)
    let partitions = [
      OffsetFetchResponse.Partition(partitionIndex: 0, committedOffset: Offset(10)),
      OffsetFetchResponse.Partition(partitionIndex: 1, errorCode: .unstableOffsetCommit),
    ]
    let group = OffsetFetchResponse.Group(
      groupId: "g", topics: [OffsetFetchResponse.Topic(name: "orders", partitions: partitions)])
    bench.give(
      .response(
        correlationId: request.correlationId, .offsetFetch(OffsetFetchResponse(groups: [group]))))
    guard case .fetch(let fetch) = try bench.take(.fetch).request else { return }
    #expect(fetch.topics.flatMap(\.partitions).map(\.partition) == [0])
  }

  @Test func onlyStableOffsetsAreAskedFor() throws {
    var bench = try Self.assigned(.latest)
    guard case .offsetFetch(let body) = try bench.take(.offsetFetch).request else { return }
    #expect(body.requireStable)
  }

  @Test func theIsolationLevelIsSaid() throws {
    for (level, number) in [(IsolationLevel.readUncommitted, Int8(0)), (.readCommitted, 1)] {
      var bench = Bench { $0.isolationLevel = level }
      try bench.connect()
      try bench.join(5, [Bench.both[0]])
      try bench.position(at: -1)
      guard case .listOffsets(let list) = try #require(bench.open.last).request else { return }
      #expect(list.isolationLevel == number)
      try bench.answer(Self.listed(77))
      guard case .fetch(let fetch) = try bench.take(.fetch).request else { return }
      #expect(fetch.isolationLevel == number)
    }
  }
}
