import KafkaModel
import Testing

@testable import Client

struct CommitTests {
  /// A reading member with an interval commit that waits for its answer.
  static func committing() throws -> Bench {
    var bench = try Bench.reading()
    bench.advance(3_000)
    try bench.answer(Bench.heartbeat(.none))
    bench.advance(2_000)
    bench.notes = []
    #expect(bench.waiting(.offsetCommit).count == 1)
    return bench
  }

  @Test func everyIntervalAllPositionsAreCommitted() throws {
    var bench = try Self.committing()
    try bench.commitAnswered()
    #expect(bench.member.committed == Bench.both.map { PartitionOffset($0, Offset(10)) })
    bench.advance(4_999)
    #expect(bench.waiting(.offsetCommit).isEmpty)
    bench.advance(1)
    #expect(bench.waiting(.offsetCommit).count == 1)
  }

  @Test func aRefusedGenerationEvicts() throws {
    for error in [ErrorCode.unknownMemberId, .illegalGeneration] {
      var bench = try Self.committing()
      try bench.commitAnswered(error)
      #expect(
        bench.takeFacts() == [
          .commitRefused(error), .evicted(error, .offsetCommit),
          .readingStopped(Bench.both[0]), .readingStopped(Bench.both[1]), .lost(Bench.both),
        ])
      guard case .joinGroup(let join) = try bench.take(.joinGroup).request else { return }
      #expect(join.memberId == (error == .illegalGeneration ? "c-1" : ""))
    }
  }

  @Test func aStaleRefusalIsIgnored() throws {
    var bench = try Self.committing()
    let old = try bench.take(.offsetCommit)
    bench.advance(1_000)
    try bench.answer(Bench.heartbeat(.rebalanceInProgress))
    try bench.commitAnswered()
    try bench.join(6, Bench.both)
    let refusal = OffsetCommitResponse.Partition(
      partitionIndex: 0, errorCode: .illegalGeneration)
    let topic = OffsetCommitResponse.Topic(name: "orders", partitions: [refusal])
    bench.give(
      .response(
        correlationId: old.correlationId, .offsetCommit(OffsetCommitResponse(topics: [topic]))))
    #expect(bench.member.generation == Generation(6) && bench.member.owned == Bench.both)
  }

  @Test func aRebalanceDuringACommitMakesItRejoin() throws {
    var bench = try Self.committing()
    try bench.commitAnswered(.rebalanceInProgress)
    try bench.commitAnswered()
    #expect(bench.member.doing == .joining && bench.notes.contains(.revoked(Bench.both)))
  }

  @Test func retriableErrorsAreTriedAgainSoon() throws {
    for error in [ErrorCode.unknownTopicOrPartition, .coordinatorLoadInProgress] {
      var bench = try Self.committing()
      try bench.commitAnswered(error)
      #expect(bench.waiting(.offsetCommit).isEmpty)
      bench.advance(200)
      #expect(bench.waiting(.offsetCommit).count == 1)
    }
  }

  @Test func aMovedCoordinatorIsFoundThenAskedAgain() throws {
    var bench = try Self.committing()
    try bench.commitAnswered(.notCoordinator)
    try bench.answer(Bench.coordinatorAt(BrokerId(8)))
    bench.advance(200)
    #expect(try bench.take(.offsetCommit).destination == .broker(BrokerId(8)))
  }

  @Test func aFencedCommitIsFatal() throws {
    var bench = try Self.committing()
    try bench.commitAnswered(.fencedInstanceId)
    #expect(bench.member.doing == .failed)
  }

  @Test func anAssignmentStartsTheIntervalAnew() throws {
    var bench = try Bench.reading()
    try bench.hearRebalance()
    try bench.commitAnswered()
    try bench.join(6, Bench.both)
    try bench.position(at: 10)
    #expect(bench.nowMs == 3_000)
    bench.advance(4_999)
    #expect(bench.waiting(.offsetCommit).isEmpty)
    bench.advance(1)
    #expect(bench.waiting(.offsetCommit).count == 1)
  }

  /// Two records a poll, one a second: at 5 s the third poll has begun its work, at 6 s it is over.
  @Test func whatPollHasNotReturnedIsNotCommitted() throws {
    var bench = try Bench.reading(rate: 1) { $0.maxPollRecords = 2 }
    try bench.deliver(10)
    bench.advance(5_999)
    #expect(bench.waiting(.offsetCommit).isEmpty, "poll() commits, and it is not called")
    bench.advance(1)
    guard case .offsetCommit(let commit) = try bench.take(.offsetCommit).request else { return }
    #expect(commit.topics.flatMap(\.partitions).map(\.committedOffset.value) == [16, 10])
  }
}
