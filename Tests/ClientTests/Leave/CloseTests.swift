import KafkaModel
import Testing

@testable import Client

struct CloseTests {
  @Test func itCommitsRevokesLeavesAndIsClosed() throws {
    var bench = try Bench.reading()
    try bench.deliver(3)
    bench.notes = []
    bench.give(.close)
    #expect(bench.member.doing == .leaving && bench.waiting(.leaveGroup).isEmpty)
    try bench.commitAnswered()
    guard case .leaveGroup(let leave) = try #require(bench.waiting(.leaveGroup).first).request
    else { return }
    #expect(leave.members.map(\.memberId) == ["c-1"])
    try bench.answer(.leaveGroup(LeaveGroupResponse()))
    #expect(
      bench.takeFacts() == [
        .readingStopped(Bench.both[0]), .readingStopped(Bench.both[1]),
        .committed(Bench.both.map { PartitionOffset($0, Offset(13)) }), .revoked(Bench.both),
        .closed,
      ])
    #expect(bench.member.doing == .closed && bench.wakeAtMs == nil)
  }

  @Test func aStaticMemberClosesWithoutLeaving() throws {
    var bench = try Bench.reading { $0.groupInstanceId = "i" }
    bench.give(.close)
    try bench.commitAnswered()
    #expect(bench.waiting(.leaveGroup).isEmpty && bench.member.doing == .closed)
    #expect(bench.notes.contains(.revoked(Bench.both)))
  }

  @Test func aStaticMemberLeavesWhereCloseSaysSo() throws {
    var bench = try Bench.reading { $0.groupInstanceId = "i" }
    bench.give(.closeAndLeave)
    #expect(bench.waiting(.leaveGroup).isEmpty, "the commit comes first")
    try bench.commitAnswered()
    guard case .leaveGroup(let leave) = try #require(bench.waiting(.leaveGroup).first).request
    else { return }
    #expect(leave.members.map(\.memberId) == ["c-1"])
    try bench.answer(.leaveGroup(LeaveGroupResponse()))
    #expect(bench.member.doing == .closed)
  }

  @Test func aMemberThatOnlyHasAnIdLeavesWithIt() throws {
    var bench = Bench()
    try bench.connect()
    try bench.answer(Bench.joinRefused(.memberIdRequired, member: "c-1"))
    bench.give(.close)
    #expect(bench.waiting(.leaveGroup).count == 1)
  }

  @Test func aMemberOutOfTheGroupJustLosesWhatItHad() throws {
    var bench = try Bench.reading { $0.maxPollIntervalMs = 10_000 }
    bench.give(.stopPolling)
    bench.advance(10_000)
    bench.open = []
    bench.notes = []
    bench.give(.close)
    #expect(bench.takeFacts() == [.lost(Bench.both), .closed])
    #expect(bench.open.isEmpty)
  }

  /// It has its id still, but is UNJOINED: the coordinator will find out by itself.
  @Test func aMemberWhoseGenerationIsOverDoesNotLeave() throws {
    var bench = try Bench.reading { $0.enableAutoCommit = false }
    bench.advance(3_000)
    bench.give(.stopPolling)
    try bench.answer(Bench.heartbeat(.illegalGeneration))
    #expect(bench.member.memberId == "c-1" && bench.member.generation == .none)
    bench.notes = []
    bench.give(.close)
    #expect(bench.takeFacts() == [.lost(Bench.both), .closed])
    #expect(bench.waiting(.leaveGroup).isEmpty)
  }

  @Test func aLastCommitThatNobodyAnswersEndsAfterThirtySeconds() throws {
    var bench = try Bench.reading()
    bench.give(.close)
    bench.advance(29_999)
    #expect(bench.member.doing == .leaving)
    bench.advance(60_000)
    #expect(bench.member.doing == .closed)
  }

  @Test func oneThatNeverStartedIsClosedAtOnce() {
    var bench = Bench()
    bench.give(.close)
    #expect(bench.notes == [.closed, .doing(.closed)] && bench.wakeAtMs == nil)
  }

  @Test func aLeaveThatIsLostIsNotRepeated() throws {
    var bench = try Bench.reading { $0.enableAutoCommit = false }
    bench.give(.close)
    try bench.lose(.leaveGroup)
    #expect(bench.member.doing == .closed && bench.wakeAtMs == nil)
    #expect(bench.waiting(.leaveGroup).isEmpty)
  }
}
