import Client
import Feed
import KafkaModel
import KafkaSecurity
import Testing

@testable import Cluster

struct MemberOptionsTests {
  @Test func theCommandLineSaysItAll() throws {
    var config = ConsumerConfig(
      groupId: "g", clientId: "c=1", groupInstanceId: "i=1", topics: ["b", "a"])
    let settings = ["session.timeout.ms=6000", "auto.offset.reset=earliest"]
    try config.set(settings)
    let options = MemberOptions(
      bootstrap: try #require(BrokerAddress.list("[::1]:1,h:2")), slot: MemberSlot(3),
      originMs: 12_345, seed: .max, processRatePerSecond: 7,
      caps: try #require(VersionCaps("JoinGroup=5")), config: config, settings: settings)
    #expect(MemberOptions(arguments: options.arguments) == options)
    #expect(options.config.sessionTimeoutMs == 6_000)
    for index in options.arguments.indices {
      var without = options.arguments
      without.remove(at: index)
      // Two topics and two settings: one of them may be left out and changes the options.
      #expect(MemberOptions(arguments: without) != options)
    }
    #expect(MemberOptions(arguments: options.arguments + ["set=session.timeout.ms=x"]) == nil)
    #expect(MemberOptions(arguments: ["nonsense"]) == nil)
  }

  @Test func secretsAreNotOnTheCommandLine() throws {
    var options = MemberOptions(
      bootstrap: try #require(BrokerAddress.list("h:2")), slot: MemberSlot(3), originMs: 1, seed: 2,
      processRatePerSecond: 7, caps: VersionCaps(),
      config: ConsumerConfig(groupId: "g", clientId: "c", topics: ["in"]), settings: [])
    #expect(MemberOptions(arguments: options.arguments)?.awaitsConnection == false)
    options.connection.security.sasl = SaslSettings(
      mechanism: .plain, username: "alice", password: Secret("tops3cret"))
    #expect(!options.arguments.contains { $0.contains("tops3cret") || $0.contains("alice") })
    let told = try #require(MemberOptions(arguments: options.arguments))
    #expect(told.awaitsConnection && told.connection == ConnectionConfig())
    #expect(ConnectionConfig(line: options.connection.line) == options.connection)
    #expect(!"\(options)".contains("tops3cret"))
  }

  @Test func whatATransactionalMemberIsToldComesThroughWhole() throws {
    let transform = TransformOptions(
      transactionalId: "g-a=b", producer: ProducerSlot(2), output: "out", outputPartitions: 5,
      transactionTimeoutMs: 7_000)
    let options = MemberOptions(
      bootstrap: try #require(BrokerAddress.list("h:2")), slot: MemberSlot(3), originMs: 1, seed: 2,
      processRatePerSecond: 7, caps: VersionCaps(),
      config: ConsumerConfig(groupId: "g", clientId: "c", topics: ["in"]), settings: [],
      transform: transform)
    #expect(MemberOptions(arguments: options.arguments) == options)
    for part in transform.arguments.dropFirst() {
      #expect(MemberOptions(arguments: options.arguments.filter { $0 != part }) == nil)
    }
    let config = transform.config(.one)
    #expect(config.transactionalId == "g-a=b" && config.transactionTimeoutMs == 7_000)
    #expect(config.highestVersion(of: .endTxn) == 4)
    #expect(transform.config(.two).highestVersion(of: .endTxn) == nil)
  }

  @Test func whatAProducerGoesThroughIsTold() throws {
    let slot = ProducerSlot(1)
    let report = ProducerReport(slot: slot, member: MemberSlot(3))
    let producer = Producer(id: 4, epoch: 2)
    #expect(
      report.events(of: .initialized(producer)) == [.transaction(.producerId(slot, producer))])
    #expect(report.events(of: .state(.ready)) == [.transaction(.state(slot, .ready))])
    #expect(
      report.events(of: .mustAbort(.illegalGeneration, .txnOffsetCommit))
        == [.transaction(.mustAbort(slot, .txnOffsetCommit, .illegalGeneration))])
    #expect(
      report.events(of: .failed(.producerFenced, .endTxn))
        == [.transaction(.failed(slot, .endTxn, .producerFenced))])
    #expect(report.events(of: .committed).isEmpty)
    let end = Request.endTxn(
      EndTxnRequest(transactionalId: "tx", producer: producer, committed: true))
    let sent = try #require(GroupMessage(end))
    #expect(report.events(sending: end) == [.message(MemberSlot(3), sent)])
    let answer = Response.endTxn(EndTxnResponse(errorCode: .producerFenced))
    let heard = try #require(GroupMessage(answer))
    #expect(report.events(hearing: answer) == [.message(MemberSlot(3), heard)])
    #expect(report.events(sending: .metadata(MetadataRequest())).isEmpty)
    #expect(report.events(sending: .produce(ProduceRequest(topics: []))).isEmpty)
  }

  @Test func onlyMovedDeadlinesAreTold() {
    var report = DeadlineReport()
    let slot = MemberSlot(0)
    let first = [
      ClientDeadline(kind: .heartbeat, dueMs: 3_000), ClientDeadline(kind: .poll, dueMs: 300_000),
      ClientDeadline(kind: .processing, dueMs: 5),
    ]
    #expect(
      report.changes(first, slot: slot) == [
        .deadline(.heartbeat(slot), dueMs: 3_000), .deadline(.poll(slot), dueMs: 300_000),
      ])
    #expect(report.changes(first, slot: slot).isEmpty)
    let next = [
      ClientDeadline(kind: .heartbeat, dueMs: 3_000), ClientDeadline(kind: .poll, dueMs: 300_999),
    ]
    #expect(report.changes(next, slot: slot).isEmpty)
    #expect(
      report.changes([ClientDeadline(kind: .poll, dueMs: 301_000)], slot: slot) == [
        .deadline(.heartbeat(slot), dueMs: nil), .deadline(.poll(slot), dueMs: 301_000),
      ])
  }

  @Test func theLeadersPlanIsTold() throws {
    let report = MemberReport(slot: MemberSlot(0))
    let bytes = try ConsumerAssignment(partitions: [TopicPartition("t", 1)]).bytes()
    let leader = SyncGroupRequest(
      groupId: "g", generationId: Generation(2), memberId: "A",
      assignments: [.init(memberId: "A", assignment: bytes), .init(memberId: "B", assignment: [])])
    #expect(
      report.events(sending: .syncGroup(leader)).filter { !$0.isTraffic } == [
        .requestSent(MemberSlot(0), .syncGroup),
        .plan(
          Generation(2),
          [
            PlannedShare(slot: nil, memberId: "A", partitions: [TopicPartition("t", 1)]),
            PlannedShare(slot: nil, memberId: "B", partitions: []),
          ]),
      ])
    var follower = leader
    follower.assignments = []
    let told = report.events(sending: .syncGroup(follower))
    #expect(told.filter { !$0.isTraffic } == [.requestSent(MemberSlot(0), .syncGroup)])
  }

  @Test func `what a member sends and hears is told with its fields, fetches are not`() throws {
    let report = MemberReport(slot: MemberSlot(0))
    let join = JoinGroupRequest(groupId: "g", sessionTimeoutMs: 10_000, memberId: "A")
    let sent = report.events(sending: .joinGroup(join)).filter(\.isTraffic)
    let message = try #require(GroupMessage(.joinGroup(join)))
    #expect(sent == [.message(MemberSlot(0), message)])
    #expect(message.number("session_timeout_ms") == 10_000)
    let refusal = JoinGroupResponse(errorCode: .memberIdRequired, memberId: "A")
    let heard = report.events(hearing: .joinGroup(refusal)).filter(\.isTraffic)
    guard case .message(_, let answer)? = heard.first else {
      Issue.record("the answer is not told")
      return
    }
    #expect(answer.error == .memberIdRequired && answer.text("member_id") == "A")
    #expect(report.events(hearing: .fetch(FetchResponse(responses: []))).isEmpty)
  }
}
