import KafkaModel
import Testing

@testable import Client

struct FirstJoinTests {
  @Test func aMemberAsksForAnIdThenJoinsSyncsAndReads() throws {
    var bench = Bench()
    bench.give(.start)
    #expect(bench.open.map(\.request.apiKey) == [.metadata, .findCoordinator])
    #expect(bench.open.allSatisfy { $0.destination == .any && $0.lane == .metadata })
    try bench.answer(Bench.metadata([("orders", 4)]))
    try bench.answer(Bench.coordinatorAt(Bench.coordinator))

    let first = try #require(bench.open.last)
    #expect(first.destination == .broker(Bench.coordinator) && first.lane == .coordinator)
    guard case .joinGroup(let join) = first.request else {
      Issue.record("not a JoinGroup")
      return
    }
    #expect(join.memberId.isEmpty && join.rebalanceTimeoutMs == 300_000)
    #expect(join.subscription?.generation == Generation.none)
    #expect(join.subscription?.topics == ["orders"])

    try bench.answer(Bench.joinRefused(.memberIdRequired, member: "c-1"))
    #expect(bench.member.memberId == "c-1" && bench.member.generation == .none)
    guard case .joinGroup(let again) = try #require(bench.open.last).request else { return }
    #expect(again.memberId == "c-1")

    try bench.answer(Bench.joined(5))
    #expect(bench.member.generation == Generation(5) && !bench.member.isLeader)
    #expect(bench.member.doing == .syncing)
    try bench.answer(Bench.synced(Bench.both))
    #expect(bench.member.doing == .fetchingOffsets)
    try bench.position(at: 10)
    #expect(bench.member.doing == .reading)
    let fetch = try #require(bench.open.last)
    #expect(fetch.lane == .fetch && fetch.destination == .broker(Bench.leader))
    #expect(
      bench.takeNotes()
        == [
          .doing(.joining), .memberIdGiven("c-1"),
          .joined(Generation(5), isLeader: false),
          .doing(.syncing), .assigned(Bench.both, Generation(5)), .doing(.fetchingOffsets),
          .readingStarted(Bench.both[0], Offset(10)), .readingStarted(Bench.both[1], Offset(10)),
          .doing(.reading),
        ])
  }

  @Test func theLeaderAssignsByRangeInOrderOfMemberIds() throws {
    var bench = Bench()
    try bench.connect(partitions: 3)
    let bytes = try ConsumerSubscription(topics: ["orders"]).bytes()
    try bench.answer(
      Bench.joined(
        1, member: "c-2", leader: "c-2",
        members: [
          JoinGroupResponse.Member(memberId: "c-2", metadata: bytes),
          JoinGroupResponse.Member(memberId: "c-1", metadata: bytes),
        ]))
    #expect(bench.member.isLeader && bench.member.doing == .assigning)
    guard case .syncGroup(let sync) = try bench.take(.syncGroup).request else { return }
    let plan = try sync.assignments.map {
      ($0.memberId, try ConsumerAssignment(bytes: $0.assignment).partitions.map(\.partition))
    }
    #expect(plan.map(\.0) == ["c-2", "c-1"])
    #expect(plan.map(\.1) == [[2], [0, 1]])
  }

  @Test func theLeaderAsksForTopicsItDidNotKnow() throws {
    var bench = Bench()
    try bench.connect(partitions: 1)
    try bench.answer(
      Bench.joined(
        1, member: "c-1", leader: "c-1",
        members: [
          JoinGroupResponse.Member(
            memberId: "c-1", metadata: try ConsumerSubscription(topics: ["orders"]).bytes()),
          JoinGroupResponse.Member(
            memberId: "c-2", metadata: try ConsumerSubscription(topics: ["bills"]).bytes()),
        ]))
    #expect(bench.waiting(.syncGroup).isEmpty)
    try bench.answer(Bench.metadata([("bills", 1), ("orders", 1)]))
    guard case .syncGroup(let sync) = try bench.take(.syncGroup).request else { return }
    let plan = try sync.assignments.map { try ConsumerAssignment(bytes: $0.assignment).partitions }
    #expect(plan == [[TopicPartition("orders", 0)], [TopicPartition("bills", 0)]])
  }

  @Test func theLeaderRejoinsWhenATopicGrowsAndAFollowerDoesNot() throws {
    for leads in [true, false] {
      var bench = Bench()
      try bench.connect(partitions: 2)
      let own = try ConsumerSubscription(topics: ["orders"]).bytes()
      try bench.answer(
        Bench.joined(
          1, leader: leads ? "c-1" : "c-0",
          members: leads ? [JoinGroupResponse.Member(memberId: "c-1", metadata: own)] : []))
      try bench.answer(Bench.synced(Bench.both))
      try bench.position(at: 0)
      for _ in 0..<100 {
        bench.advance(3_000)
        for _ in bench.waiting(.heartbeat) { try bench.answer(Bench.heartbeat(.none)) }
        for _ in bench.waiting(.offsetCommit) { try bench.commitAnswered() }
        for _ in bench.waiting(.fetch) { try bench.deliver(0) }
      }
      #expect(bench.nowMs == 300_000)
      try bench.answer(Bench.metadata([("orders", 3)]))
      for _ in bench.waiting(.offsetCommit) { try bench.commitAnswered() }
      #expect(bench.waiting(.joinGroup).count == (leads ? 1 : 0))
    }
  }

  @Test func anAssignmentOfForeignTopicsIsNotTaken() throws {
    var bench = Bench()
    try bench.connect()
    try bench.join(1, [TopicPartition("other", 0)])
    #expect(bench.member.owned.isEmpty)
    #expect(bench.waiting(.joinGroup).count == 1)
  }
}
