import KafkaModel
import Testing

@testable import Client

/// subscribe() with another list, and unsubscribe(), from the client's side.
struct SubscribeTests {
  private static let bills = TopicPartition("bills", 0)

  /// A follower that owns bills-0, orders-0 and orders-1.
  private static func reading(
    change: @escaping (inout ConsumerConfig) -> Void = { _ in }
  ) throws -> Bench {
    var bench = Bench(topics: ["orders", "bills"], change: change)
    try bench.connect()
    try bench.join(5, [bills] + Bench.both)
    try bench.position(at: 10)
    bench.notes = []
    return bench
  }

  @Test func `another list is an eager rejoin with everything given up`() throws {
    var bench = try Self.reading()
    bench.give(.subscribe(["orders"]))
    #expect(bench.waiting(.joinGroup).isEmpty, "the commit comes first")
    try bench.commitAnswered()
    let join = try bench.joinRequest()
    #expect(join.subscription?.topics == ["orders"])
    #expect(join.reason == "the subscription has changed")
    #expect(join.memberId == "c-1")
    #expect(bench.notes.contains(.revoked([Self.bills] + Bench.both)))
    #expect(bench.notes.first == .subscribed(["orders"]))
  }

  @Test func `the cooperative protocol revokes only what is no longer subscribed`() throws {
    var bench = try Self.reading { $0.assignors = ["cooperative-sticky"] }
    bench.give(.subscribe(["orders"]))
    try bench.commitAnswered()
    let join = try bench.joinRequest()
    #expect(join.subscription?.ownedPartitions == Bench.both)
    #expect(
      bench.takeFacts() == [
        .subscribed(["orders"]),
        .committed([Self.bills] + Bench.both, at: 10), .readingStopped(Self.bills),
        .revoked([Self.bills]),
      ])
    #expect(bench.member.owned == Bench.both)
    #expect(bench.member.positions.map(\.offset) == [Offset(10), Offset(10)])
  }

  @Test func `the same list again changes nothing`() throws {
    var bench = try Self.reading()
    bench.give(.subscribe(["bills", "orders", "bills"]))
    #expect(bench.waiting(.offsetCommit).isEmpty && bench.takeFacts().isEmpty)
  }

  @Test func `records of an unsubscribed topic that were fetched already are thrown away`() throws {
    var bench = try Self.reading { $0.maxPollRecords = 1 }
    bench.give(.processRate(perSecond: 1))
    try bench.deliver(5)
    bench.give(.subscribe(["orders"]))
    bench.notes = []
    bench.advance(1_000)
    #expect(
      !bench.notes.contains { if case .processed(Self.bills, _) = $0 { true } else { false } })
  }

  @Test func `an application at work subscribes when it is done`() throws {
    var bench = try Self.reading()
    bench.give(.processRate(perSecond: 1))
    try bench.deliver(1)
    bench.notes = []
    bench.give(.subscribe(["orders"]))
    #expect(bench.takeFacts().isEmpty && bench.member.topics == ["bills", "orders"])
    bench.advance(3_000)
    #expect(bench.takeFacts().contains(.subscribed(["orders"])))
  }

  @Test func `a change during a join is another join after it`() throws {
    var bench = Bench(topics: ["orders", "bills"]) { $0.enableAutoCommit = false }
    try bench.connect()
    bench.give(.subscribe(["orders"]))
    try bench.answer(Bench.joined(5))
    // The plan was made for the former list: it is not taken.
    try bench.answer(Bench.synced([Self.bills]))
    #expect(bench.member.owned.isEmpty)
    let again = try bench.joinRequest()
    #expect(again.reason == "received assignment does not match the current subscription")
    #expect(again.subscription?.topics == ["orders"])
    try bench.answer(Bench.joined(6))
    try bench.answer(Bench.synced([Bench.both[0]]))
    #expect(bench.member.owned == [Bench.both[0]] && bench.waiting(.joinGroup).isEmpty)
  }

  @Test func `unsubscribe gives up and leaves without a commit, and nobody polls`() throws {
    var bench = try Self.reading()
    bench.open = []
    bench.give(.subscribe([]))
    #expect(bench.open.map(\.request.apiKey) == [.leaveGroup])
    #expect(bench.takeFacts().last == .revoked([Self.bills] + Bench.both))
    #expect(bench.member.doing == .unsubscribed && bench.member.memberId.isEmpty)
    try bench.answer(.leaveGroup(LeaveGroupResponse()))
    bench.advance(700_000)
    #expect(bench.open.isEmpty && bench.notes.isEmpty && bench.wakeAtMs == nil)
    bench.give(.subscribe(["orders"]))
    #expect(try bench.joinRequest().memberId.isEmpty)
  }

  @Test func `unsubscribe during a rebalance loses what was kept`() throws {
    var bench = try Self.reading {
      $0.assignors = ["cooperative-sticky"]
      $0.enableAutoCommit = false
    }
    bench.give(.subscribe(["bills", "orders", "rest"]))
    #expect(bench.waiting(.joinGroup).count == 1)
    bench.notes = []
    bench.give(.subscribe([]))
    #expect(bench.takeFacts().last == .lost([Self.bills] + Bench.both))
    // The join's answer comes late and is about nobody.
    try bench.answer(Bench.joined(6))
    #expect(bench.member.generation == .none && bench.member.doing == .unsubscribed)
  }

  @Test func `a static member unsubscribes in silence`() throws {
    var bench = try Self.reading { $0.groupInstanceId = "i" }
    bench.open = []
    bench.give(.subscribe([]))
    #expect(bench.open.isEmpty && bench.member.doing == .unsubscribed)
    bench.give(.subscribe(["orders"]))
    #expect(try bench.joinRequest().groupInstanceId == "i")
  }

  @Test func `an unsubscribed member closes at once`() throws {
    var bench = try Self.reading()
    bench.give(.subscribe([]))
    bench.open = []
    bench.give(.close)
    #expect(bench.open.isEmpty && bench.member.doing == .closed)
  }

  @Test func `an answer that was asked for other topics does not count as knowing the new ones`()
    throws
  {
    var bench = Bench(topics: ["orders"])
    bench.give(.start)
    bench.give(.subscribe(["bills", "orders"]))
    try bench.answer(Bench.metadata([("orders", 2)]))
    guard case .metadata(let request) = try #require(bench.waiting(.metadata).first).request
    else { return }
    #expect(request.topics == ["bills", "orders"])
  }
}

extension MemberNote {
  fileprivate static func committed(_ list: [TopicPartition], at offset: Int64) -> MemberNote {
    .committed(list.map { PartitionOffset($0, Offset(offset)) })
  }
}
