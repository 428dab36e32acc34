import KafkaModel
import Testing

@testable import Client

/// What a member does about every answer of JoinGroup and SyncGroup.
struct JoinAnswerTests {
  /// A member whose JoinGroup, with an id, waits for its answer.
  static func joining() throws -> Bench {
    var bench = Bench()
    try bench.connect()
    try bench.answer(Bench.joinRefused(.memberIdRequired, member: "c-1"))
    bench.notes = []
    return bench
  }

  static func syncing() throws -> Bench {
    var bench = try joining()
    try bench.answer(Bench.joined(5))
    bench.notes = []
    return bench
  }

  static func nextJoin(_ bench: inout Bench) throws -> JoinGroupRequest {
    guard case .joinGroup(let join) = try bench.take(.joinGroup).request else {
      preconditionFailure("take looks for the API")
    }
    return join
  }

  @Test func unknownMemberIdMakesItANewMember() throws {
    var bench = try Self.joining()
    try bench.answer(Bench.joinRefused(.unknownMemberId))
    #expect(try Self.nextJoin(&bench).memberId.isEmpty)
    #expect(bench.notes.contains(.evicted(.unknownMemberId, .joinGroup)))
  }

  @Test func rebalanceInProgressMakesItJoinAgainAtOnce() throws {
    var bench = try Self.joining()
    try bench.answer(Bench.joinRefused(.rebalanceInProgress))
    #expect(try Self.nextJoin(&bench).memberId == "c-1")
  }

  @Test func aLoadingCoordinatorIsAskedAgainLater() throws {
    var bench = try Self.joining()
    try bench.answer(Bench.joinRefused(.coordinatorLoadInProgress))
    #expect(bench.waiting(.joinGroup).isEmpty && bench.waiting(.findCoordinator).isEmpty)
    bench.advance(1_000)
    #expect(try Self.nextJoin(&bench).memberId == "c-1")
  }

  @Test func anotherCoordinatorIsLookedForAndThenJoined() throws {
    for error in [ErrorCode.notCoordinator, .coordinatorNotAvailable] {
      var bench = try Self.joining()
      try bench.answer(Bench.joinRefused(error))
      #expect(bench.member.coordinator == nil)
      try bench.answer(Bench.coordinatorAt(BrokerId(8)))
      bench.advance(1_000)
      let join = try bench.take(.joinGroup)
      #expect(join.destination == .broker(BrokerId(8)))
    }
  }

  @Test func aLostConnectionKeepsTheId() throws {
    var bench = try Self.joining()
    try bench.lose(.joinGroup)
    try bench.answer(Bench.coordinatorAt(Bench.coordinator))
    bench.advance(1_000)
    #expect(try Self.nextJoin(&bench).memberId == "c-1")
  }

  @Test func fatalErrorsEndInPoll() throws {
    let errors: [ErrorCode] = [
      .fencedInstanceId, .inconsistentGroupProtocol, .invalidSessionTimeout, .invalidGroupId,
      .groupAuthorizationFailed, .groupMaxSizeReached, .unsupportedVersion,
    ]
    for error in errors {
      var bench = try Self.joining()
      try bench.answer(Bench.joinRefused(error))
      #expect(bench.member.doing == .failed && bench.notes.contains(.failed(error, .joinGroup)))
      bench.advance(600_000)
      #expect(bench.waiting(.joinGroup).isEmpty && bench.waiting(.heartbeat).isEmpty)
    }
    for error in [ErrorCode.fencedInstanceId, .groupAuthorizationFailed] {
      var bench = try Self.syncing()
      try bench.answer(Bench.syncRefused(error))
      #expect(bench.notes.contains(.failed(error, .syncGroup)))
    }
  }

  @Test func aSyncThatFailsInARebalanceKeepsTheNewGeneration() throws {
    var bench = try Self.syncing()
    try bench.answer(Bench.syncRefused(.rebalanceInProgress))
    #expect(bench.member.generation == Generation(5))
    let join = try Self.nextJoin(&bench)
    #expect(join.memberId == "c-1" && join.subscription?.generation == Generation(5))
    #expect(!bench.notes.contains { if case .revoked = $0 { true } else { false } })
  }

  @Test func illegalGenerationOnSyncKeepsTheIdOnly() throws {
    var bench = try Self.syncing()
    try bench.answer(Bench.syncRefused(.illegalGeneration))
    let join = try Self.nextJoin(&bench)
    #expect(join.memberId == "c-1" && join.subscription?.generation == Generation.none)
  }

  @Test func unknownMemberIdOnSyncKeepsNothing() throws {
    var bench = try Self.syncing()
    try bench.answer(Bench.syncRefused(.unknownMemberId))
    let join = try Self.nextJoin(&bench)
    #expect(join.memberId.isEmpty && join.subscription?.generation == Generation.none)
  }

  @Test func anotherCoordinatorOnSyncIsLookedFor() throws {
    for error in [ErrorCode.notCoordinator, .coordinatorNotAvailable] {
      var bench = try Self.syncing()
      try bench.answer(Bench.syncRefused(error))
      try bench.answer(Bench.coordinatorAt(BrokerId(8)))
      bench.advance(1_000)
      let join = try Self.nextJoin(&bench)
      #expect(join.memberId == "c-1" && join.subscription?.generation == Generation(5))
    }
  }

  @Test func anAnswerNobodyWaitsForChangesNothing() throws {
    var bench = try Bench.reading()
    let before = bench.member
    bench.give(.response(correlationId: 9_999, Bench.heartbeat(.unknownMemberId)))
    #expect(bench.member == before)
  }
}
