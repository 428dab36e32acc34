import KafkaModel
import Testing

/// Every small group there is, against rules so plain that they can be checked by eye.
struct SmallGroupTests {
  static let names: [TopicName] = ["a", "b"]

  /// Three members, each subscribed to none, one or both of two topics of 0 to 3 partitions, each
  /// static or not.
  static var groups: [AssignmentInput] {
    var groups: [AssignmentInput] = []
    for wanted in 0..<64 {
      for sizes in 0..<16 {
        for statics in 0..<8 {
          let members = (0..<3).map { number in
            AssignmentMember(
              memberId: MemberId("m\(number)"),
              groupInstanceId: statics >> number & 1 == 1 ? InstanceId("i\(9 - number)") : nil,
              subscription: ConsumerSubscription(
                topics: (0..<2).filter { wanted >> (2 * number + $0) & 1 == 1 }.map { names[$0] }))
          }
          let topics = (0..<2).map {
            AssignmentTopic(name: names[$0], partitionCount: Int32(sizes >> (2 * $0) & 3))
          }
          groups.append(AssignmentInput(members: members, topics: topics))
        }
      }
    }
    return groups
  }

  @Test func roundRobinGoesOnePartitionAtATime() throws {
    var count = 0
    for group in Self.groups {
      let order = group.memberOrder
      var expected = group.members.map { MemberAssignment(memberId: $0.memberId) }
      var turn = 0
      for topic in group.topics {
        let wanted = order.filter { group.members[$0].subscription.topics.contains(topic.name) }
        if wanted.isEmpty { continue }
        for partition in 0..<topic.partitionCount {
          while !wanted.contains(order[turn % 3]) { turn += 1 }
          expected[order[turn % 3]].partitions.append(TopicPartition(topic.name, partition))
          turn += 1
        }
      }
      let result = try RoundRobinAssignor().assign(group)
      count += 1
      if result != expected { Issue.record("\(group)") }
    }
    #expect(count == 8_192)
  }

  @Test func rangeCutsEachTopicInSlices() throws {
    for group in Self.groups {
      var expected = group.members.map { MemberAssignment(memberId: $0.memberId) }
      for topic in group.topics {
        let wanted = group.memberOrder.filter {
          group.members[$0].subscription.topics.contains(topic.name)
        }
        var next: Int32 = 0
        for (place, member) in wanted.enumerated() {
          let count = Int32(wanted.count)
          let extra: Int32 = Int32(place) < topic.partitionCount % count ? 1 : 0
          for _ in 0..<(topic.partitionCount / count + extra) {
            expected[member].partitions.append(TopicPartition(topic.name, next))
            next += 1
          }
        }
      }
      let result = try RangeAssignor().assign(group)
      if result != expected { Issue.record("\(group)") }
    }
  }
}
