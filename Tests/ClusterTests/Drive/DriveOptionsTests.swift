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
