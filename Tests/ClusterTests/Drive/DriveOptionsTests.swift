import Client
import Feed
import KafkaModel
import Testing

@testable import Cluster

struct DriveOptionsTests {
  private func options() throws -> DriveOptions {
    DriveOptions(
      bootstrap: try #require(BrokerAddress.list("127.0.0.1:1")), memberCommand: ["/bin/false"],
      environment: [], seed: 1)
  }

  @Test func topics() {
    #expect(DriveOptions.TopicWish("orders:6") == .init(name: "orders", partitions: 6))
    #expect(DriveOptions.TopicWish("orders")?.partitions == 4)
    for text in ["", ":3", "a:0", "a:1001", "a:b", "a:1:2", "a b:1", "..:1", "é:1"] {
      #expect(DriveOptions.TopicWish(text) == nil, "\(text)")
    }
  }

  @Test func faultsAreNamed() throws {
    var options = try options()
    #expect(options.fault == nil)
    options.members = 65
    #expect(options.fault?.contains("--members") == true)
    options.members = 3
    options.settings = ["session.timeout.ms=fast"]
    #expect(options.fault?.contains("session.timeout.ms=fast") == true)
    options.settings = ["group.id=x"]
    #expect(options.fault?.contains("group.id") == true)
    options.settings = []
    options.topics = [.init(name: "a", partitions: 1), .init(name: "regroup-a", partitions: 2)]
    #expect(options.fault?.contains("regroup-a is named twice") == true)
    options.topics = []
    options.group = "no group"
    #expect(options.fault?.contains("no group") == true)
  }

  @Test func staticMembersHaveIdsThatThrowOutNobody() throws {
    var options = try options()
    #expect(options.firstCast.map(\.name) == ["consumer-1", "consumer-2", "consumer-3"])
    #expect(options.firstCast.allSatisfy { $0.instanceId == nil && $0.startMs == 0 })
    options.isStatic = true
    #expect(options.newcomer(4).instanceId == "consumer-4")
    options.allowForeign = true
    #expect(options.newcomer(4).instanceId == InstanceId("regroup-\(options.tag)-consumer-4"))
    options.cast = []
    #expect(options.fault != nil)
  }

  @Test func membersHaveTheirOwnSubscriptionsAndInstanceIds() throws {
    let topics = ["t", "u"].compactMap { name in
      ObservedTopic(.init(name: TopicName(name), partitions: [.init(partitionIndex: 0)]))
    }
    let made = Provisioned(topics: topics, groupId: "g", ownTopics: ["t", "u"], groupIsOurs: true)
    var member = CastMember(name: "a", clientId: "c", instanceId: "i", topics: ["u"])
    func config(_ member: CastMember) throws -> ConsumerConfig {
      DriveFacts.member(
        try options(), made, member, slot: MemberSlot(0), originMs: 0, seed: 1
      ).config
    }
    let own = try config(member)
    #expect(own.topics == ["u"] && own.groupInstanceId == "i" && own.clientId == "c")
    member.topics = nil
    #expect(try config(member).topics == ["t", "u"])
  }

  @Test func whoMayWriteToOthersIsTold() throws {
    var options = try options()
    #expect(options.warning == nil)
    options.allowForeign = true
    options.group = "orders-app"
    options.topics = [.init(name: "orders", partitions: 4)]
    #expect(
      options.warning
        == "regroup drive writes to this cluster: members join group orders-app on orders, "
        + "commit offsets.")
    options.produceRatePerSecond = 5
    #expect(options.warning?.hasSuffix("commit offsets, and produces records.") == true)
  }

  @Test func namesThatAreNotMadeAsGivenAreSaid() throws {
    var options = try options()
    #expect(options.renaming == nil && options.madeNames == nil)
    options.group = "mygrp"
    options.topics = [.init(name: "orders", partitions: 4)]
    #expect(
      options.renaming
        == "regroup drive: topic orders is made as regroup-orders, group mygrp is regroup-mygrp; "
        + "--allow-foreign takes names as they are.")
    #expect(options.madeNames == "regroup-mygrp · regroup-orders")
    options.group = "regroup-mygrp"
    options.topics = []
    #expect(options.renaming == nil)
    options.allowForeign = true
    #expect(options.madeNames == nil)
  }

  @Test func transactionalMembersAreSetAsTransactionsNeedThem() throws {
    var options = try options()
    options.transactions = TransactionWish()
    #expect(options.fault == nil)
    let topic = ObservedTopic(.init(name: "t", partitions: [.init(partitionIndex: 0)]))
    let made = Provisioned(
      topics: [try #require(topic)], output: topic, groupId: "g", ownTopics: ["t"],
      groupIsOurs: true)
    let member = CastMember(name: "a", clientId: "c")
    func told(_ made: Provisioned) -> MemberOptions {
      DriveFacts.member(
        options, made, member, slot: MemberSlot(1), producer: ProducerSlot(0), originMs: 0, seed: 1)
    }
    let ours = told(made)
    #expect(!ours.config.enableAutoCommit && ours.config.isolationLevel == .readCommitted)
    #expect(ours.config.autoOffsetReset == .earliest)
    #expect(ours.transform?.transactionalId == "g-a" && ours.transform?.outputPartitions == 1)
    var theirs = made
    theirs.groupIsOurs = false
    // Only the output is ours: nothing tells us to begin at the start of what others have.
    theirs.ownTopics = ["out"]
    let id = told(theirs).transform?.transactionalId
    #expect(id == TransactionalId("regroup-\(options.tag)-a"))
    #expect(told(theirs).config.autoOffsetReset == .latest)
  }

  @Test func contradictionsOfTransactionsAreNamed() throws {
    var options = try options()
    options.topics = [.init(name: "orders", partitions: 4)]
    let cases: [(output: String?, timeoutMs: Int64, setting: String?, word: String?)] = [
      (nil, 60_000, nil, nil), ("out", 60_000, "enable.auto.commit=false", nil),
      (nil, 999, nil, "--transaction-timeout-ms"), (nil, 900_001, nil, "--transaction-timeout-ms"),
      ("a b", 60_000, nil, "a b"), ("orders", 60_000, nil, "orders"),
      ("regroup-orders", 60_000, nil, "regroup-orders"),
      (nil, 60_000, "enable.auto.commit=true", "enable.auto.commit"),
      (nil, 60_000, "isolation.level=read_uncommitted", "isolation.level"),
      (nil, 60_000, "max.poll.records=2501", "2500"),
    ]
    for (output, timeoutMs, setting, word) in cases {
      var wish = TransactionWish()
      wish.output = output
      wish.timeoutMs = timeoutMs
      options.transactions = wish
      options.settings = setting.map { [$0] } ?? []
      #expect((options.fault == nil) == (word == nil), "\(options.fault ?? "nothing")")
      if let word { #expect(options.fault?.contains(word) == true) }
    }
    options.transactions = TransactionWish()
    options.settings = []
    #expect(options.outputWish(partitions: 3) == .init(name: "regroup-orders-out", partitions: 3))
    options.transactions?.output = "bills"
    #expect(options.renaming?.contains("topic bills is made as regroup-bills") == true)
    options.allowForeign = true
    #expect(options.warning?.contains("on orders, write to bills, commit offsets") == true)
  }

  @Test func theSettingsSayHowPartitionsAreSharedAndCommitted() throws {
    let topic = ObservedTopic(.init(name: "t", partitions: [.init(partitionIndex: 0)]))
    let topics = [try #require(topic)]
    let made = Provisioned(topics: topics, groupId: "g", ownTopics: ["t"], groupIsOurs: true)
    let facts = DriveFacts.facts(try options(), made, nil)
    #expect(facts.settings.contains { $0.key == "enable.auto.commit" && $0.value == "true" })
    #expect(facts.settings.first?.key == "partition.assignment.strategy")
    #expect(facts.settings.first?.value == facts.assignors.joined(separator: ","))
  }

  @Test func oldAnswersDoNotUndoNewerKnowledge() {
    var shown = ShownOffsets()
    let partition = TopicPartition("t", 0)
    let first = shown.takesLogEnd(partition, Offset(5))
    #expect(first)
    for offset in [5, 4, -1, Int64.max, Int64.min] {
      let isTaken = shown.takesLogEnd(partition, Offset(offset))
      #expect(!isTaken, "\(offset)")
    }
    shown.memberCommitted(partition, Offset(3), 1_000)
    let answers: [(offset: Int64, askedMs: Int64, isNews: Bool)] = [
      (2, 900, false), (3, 1_100, false), (2, 1_100, true), (-1, 2_000, false),
      (.max, 2_000, false),
    ]
    for answer in answers {
      let isNews = shown.takesCommit(partition, Offset(answer.offset), answer.askedMs)
      #expect(isNews == answer.isNews, "\(answer)")
    }
  }
}
