import KafkaModel
import Testing

@testable import Client

/// `onJoinPrepare` and the time until the sync, under the cooperative protocol.
struct CooperativePrepareTests {
  @Test func itKeepsWhatItHasAndSaysSoInTheJoin() throws {
    var bench = try Bench.cooperating()
    try bench.hearRebalance()
    // Auto-commit comes first, and reading goes on meanwhile.
    #expect(bench.waiting(.joinGroup).isEmpty && bench.member.doing == .reading)
    try bench.commitAnswered()
    let join = try bench.joinRequest()
    #expect(join.subscription?.ownedPartitions == Bench.both)
    #expect(join.subscription?.generation == Generation(5))
    #expect(bench.member.owned == Bench.both)
    #expect(
      bench.takeFacts() == [.committed(Bench.both.map { PartitionOffset($0, Offset(10)) })])
  }

  @Test func pollGoesOnReturningRecordsUntilTheNewAssignment() throws {
    var bench = try Bench.cooperating(rate: 1_000_000)
    try bench.hearRebalance()
    try bench.deliver(3)
    bench.advance(1)
    try bench.commitAnswered()
    try bench.deliver(4)
    bench.advance(1)
    #expect(bench.waiting(.joinGroup).count == 1)
    try bench.answer(Bench.joined(6, protocolName: "tiny"))
    try bench.deliver(5)
    bench.advance(1)
    let counts = bench.takeFacts().compactMap {
      if case .processed(_, let run) = $0 { run.count } else { nil }
    }
    #expect(counts == [3, 3, 4, 4, 5, 5])
    #expect(bench.member.positions.map(\.offset.value) == [22, 22])
  }

  @Test func atWorkAllTheTimeItCommitsInOnePollAndJoinsInTheNext() throws {
    var bench = try Bench.cooperating(rate: 1) { $0.maxPollRecords = 6 }
    try bench.deliver(9)
    try bench.hearRebalance()
    #expect(bench.waiting(.offsetCommit).isEmpty, "it is at work until 6 s")
    bench.advance(3_000)
    try bench.commitAnswered()
    bench.advance(5_999)
    #expect(bench.waiting(.joinGroup).isEmpty, "the same poll has returned records")
    bench.advance(1)
    #expect(bench.waiting(.joinGroup).count == 1)
  }

  @Test func nothingIsCommittedByItselfBetweenTheJoinAndTheRevocation() throws {
    var bench = try Bench.cooperating(rate: 1_000_000)
    try bench.hearRebalance()
    try bench.commitAnswered()
    try bench.deliver(7)
    bench.advance(60_000)
    #expect(bench.waiting(.offsetCommit).isEmpty && bench.member.doing == .joining)
    try bench.answer(Bench.joined(6, protocolName: "tiny"))
    bench.advance(2_000)
    #expect(bench.waiting(.offsetCommit).isEmpty)
    bench.notes = []
    try bench.answer(Bench.synced([Bench.both[0]]))
    // orders-1 was read to 17, but 10 is what its next owner finds.
    #expect(bench.member.committed == [PartitionOffset(Bench.both[0], Offset(10))])
    // The next join commits what is kept, and that only.
    guard case .offsetCommit(let commit) = try bench.take(.offsetCommit).request else { return }
    #expect(commit.topics.flatMap(\.partitions).map(\.partitionIndex) == [0])
    #expect(commit.topics.flatMap(\.partitions).map(\.committedOffset) == [Offset(17)])
  }

  @Test func aMemberWhoseGenerationIsResetLosesEverything() throws {
    for error in [ErrorCode.illegalGeneration, .unknownMemberId] {
      var bench = try Bench.cooperating()
      bench.advance(3_000)
      try bench.answer(Bench.heartbeat(error))
      #expect(
        bench.takeFacts().suffix(3) == [
          .readingStopped(Bench.both[0]), .readingStopped(Bench.both[1]), .lost(Bench.both),
        ])
      let join = try bench.joinRequest()
      #expect(join.subscription?.ownedPartitions == [])
      #expect(join.subscription?.generation == Generation.none)
      #expect(join.memberId == (error == .illegalGeneration ? "c-1" : ""))
    }
  }

  @Test func aRefusedSyncKeepsThePartitionsUnderTheNewGeneration() throws {
    var bench = try Bench.cooperating { $0.enableAutoCommit = false }
    try bench.hearRebalance()
    try bench.answer(Bench.joined(6, protocolName: "tiny"))
    try bench.answer(Bench.syncRefused(.rebalanceInProgress))
    let join = try bench.joinRequest()
    #expect(join.subscription?.ownedPartitions == Bench.both)
    #expect(join.subscription?.generation == Generation(6))
    #expect(bench.member.owned == Bench.both)
  }

  @Test func closeDuringARebalanceLosesWhatWasKept() throws {
    var bench = try Bench.cooperating { $0.enableAutoCommit = false }
    try bench.hearRebalance()
    bench.notes = []
    bench.give(.close)
    #expect(bench.notes.contains(.lost(Bench.both)))
  }
}
