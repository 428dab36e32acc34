import KafkaModel
import Testing

struct RangeAssignorTests {
  @Test func theObserverSeesEveryPartitionOnce() {
    struct Witness: AssignorObserver {
      var given: [TopicPartition] = []
      var topics: [TopicName] = []
      mutating func topicBegan(_ topic: TopicName, partitionCount: Int32, members: [MemberId]) {
        topics.append(topic)
      }
      mutating func gave(
        _ partition: TopicPartition, to member: MemberId, because: AssignmentReason
      ) { given.append(partition) }
    }
    let subscription = ConsumerSubscription(topics: ["a", "b"])
    let input = AssignmentInput(
      members: [
        AssignmentMember(memberId: "m1", subscription: subscription),
        AssignmentMember(memberId: "m2", subscription: subscription),
      ],
      topics: [
        AssignmentTopic(name: "a", partitionCount: 3),
        AssignmentTopic(name: "b", partitionCount: 1),
      ])
    var witness = Witness()
    _ = RangeAssignor().assign(input, observer: &witness)
    #expect(witness.topics == ["a", "b"])
    #expect(witness.given.map(\.description) == ["a-0", "a-1", "a-2", "b-0"])
  }

  @Test func instanceIdsComeFirstAndTextIsOrderedByCodeUnit() {
    func member(_ id: MemberId, _ instance: InstanceId?) -> AssignmentMember {
      AssignmentMember(
        memberId: id, groupInstanceId: instance, subscription: ConsumerSubscription(topics: []))
    }
    let input = AssignmentInput(
      members: [
        member("c2", nil), member("a", nil), member("z", "i2"), member("c10", nil),
        member("B", nil), member("y", "i10"),
      ],
      topics: [])
    #expect(
      input.memberOrder.map { input.members[$0].memberId } == ["y", "z", "B", "a", "c10", "c2"])
  }

  @Test func theRegistryKnowsItsNames() {
    #expect(Assignors.named("range")?.name == "range")
    #expect(Assignors.named("no-such") == nil)
  }
}
