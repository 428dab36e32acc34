import KafkaModel
import Testing

/// Every small group with every memory it can have, against `StickyTwin`; where members want
/// different topics, against what sticky promises.
struct StickySmallGroupTests {
  /// Text order is not the order of Java's hash map, so that a mix-up of the two shows.
  static let ids: [MemberId] = ["b", "a-2", "c10", "a-1"]

  static func input(
    _ memberCount: Int, _ sizes: [Int], _ owned: [[TopicPartition]], _ generations: [Int32]
  ) -> AssignmentInput {
    let topics = zip(["a", "b"] as [TopicName], sizes).map {
      AssignmentTopic(name: $0, partitionCount: Int32($1))
    }
    let members = (0..<memberCount).map {
      AssignmentMember(
        memberId: ids[$0],
        subscription: ConsumerSubscription(
          topics: ["a", "b"], ownedPartitions: owned[$0], generation: Generation(generations[$0])))
    }
    return AssignmentInput(members: members, topics: topics)
  }

  static func partitions(_ sizes: [Int]) -> [TopicPartition] {
    zip(["a", "b"] as [TopicName], sizes).flatMap { name, size in
      (0..<size).map { TopicPartition(name, Int32($0)) }
    }
  }

  /// Both assignors of the family get the same memory, each in its own bytes.
  static func expectTwin(_ input: AssignmentInput) throws {
    let twin = StickyTwin(input)
    let cooperative = try CooperativeStickyAssignor().assign(input)
    var remembering = input
    for index in input.members.indices {
      let said = input.members[index].subscription
      remembering.members[index].subscription.userData = try StickyUserData.bytes(
        partitions: said.ownedPartitions, generation: said.generation)
      remembering.members[index].subscription.ownedPartitions = []
    }
    let eager = try StickyAssignor().assign(remembering)
    let wanted = input.members.map(\.memberId)
    if eager.map(\.partitions) != wanted.map(twin.eager) { Issue.record("eager: \(input)") }
    if cooperative.map(\.partitions) != wanted.map(twin.cooperative) {
      Issue.record("cooperative: \(input)")
    }
  }

  @Test func textOrderIsNotHashOrder() {
    #expect(JavaOrder.ordered(Self.ids) != Self.ids.sorted())
    #expect(JavaOrder.ordered(Array(Self.ids.prefix(3))) != Self.ids.prefix(3).sorted())
  }

  @Test func whoeverHadWhatTheRestGoesRound() throws {
    var count = 0
    for memberCount in 1...4 {
      let largest = memberCount == 4 ? [2, 2] : [3, 2]
      for first in 0...largest[0] {
        for second in 0...largest[1] {
          let all = Self.partitions([first, second])
          // Each partition is some member's, or nobody's.
          let ways = all.reduce(1) { product, _ in product * (memberCount + 1) }
          for way in 0..<ways {
            var owned: [[TopicPartition]] = Array(repeating: [], count: memberCount + 1)
            var rest = way
            for partition in all {
              owned[rest % (memberCount + 1)].append(partition)
              rest /= memberCount + 1
            }
            let generations: [Int32] = Array(repeating: 3, count: memberCount)
            try Self.expectTwin(Self.input(memberCount, [first, second], owned, generations))
            count += 1
          }
        }
      }
    }
    #expect(count == 3_371)
  }

  @Test func rivalsClaimAnythingInAnyGeneration() throws {
    let all = Self.partitions([2, 1])
    func claim(_ bits: Int) -> [TopicPartition] {
      all.indices.filter { bits >> $0 & 1 == 1 }.map { all[$0] }
    }
    for claims in 0..<64 {
      for generations in [[1, 1], [1, 2], [2, 1]] as [[Int32]] {
        let owned = [claim(claims & 7), claim(claims >> 3)]
        try Self.expectTwin(Self.input(2, [2, 1], owned, generations))
      }
    }
  }

  /// Three members, each wants one or both of two topics of 0 to 3 partitions; then each leaves.
  @Test func differingSubscriptionsAreCompleteEvenAndSticky() throws {
    for wanted in 0..<27 {
      for sizes in 0..<16 {
        let sizes = [sizes & 3, sizes >> 2]
        var input = Self.input(3, sizes, [[], [], []], [-1, -1, -1])
        for index in 0..<3 {
          let lists: [[TopicName]] = [["a"], ["b"], ["a", "b"]]
          let choice = index == 0 ? wanted % 3 : index == 1 ? wanted / 3 % 3 : wanted / 9
          input.members[index].subscription.topics = lists[choice]
        }
        let result = try StickyAssignor().assign(input)
        Self.expectComplete(result, input)
        Self.expectEven(result, input)
        try Self.remember(result, &input)
        #expect(try StickyAssignor().assign(input) == result)
        for leaver in 0..<3 {
          var smaller = input
          smaller.members.remove(at: leaver)
          let after = try StickyAssignor().assign(smaller)
          Self.expectComplete(after, smaller)
          Self.expectEven(after, smaller)
        }
      }
    }
  }

  static func remember(_ result: [MemberAssignment], _ input: inout AssignmentInput) throws {
    for index in result.indices {
      input.members[index].subscription.userData = try StickyUserData.bytes(
        partitions: result[index].partitions, generation: Generation(1))
    }
  }

  static func wants(_ input: AssignmentInput, _ member: Int, _ topic: TopicName) -> Bool {
    input.members[member].subscription.topics.contains(topic)
  }

  /// Each partition that somebody wants once, to one who wants it.
  static func expectComplete(_ result: [MemberAssignment], _ input: AssignmentInput) {
    let wanted = input.topics.filter { topic in
      input.members.indices.contains { wants(input, $0, topic.name) }
    }
    let all = wanted.flatMap { topic in
      (0..<topic.partitionCount).map { TopicPartition(topic.name, $0) }
    }
    #expect(result.flatMap(\.partitions).sorted() == all)
    for (member, given) in result.enumerated() {
      #expect(given.partitions.allSatisfy { wants(input, member, $0.topic) })
    }
  }

  /// Nobody could take a partition from one who has two more.
  static func expectEven(_ result: [MemberAssignment], _ input: AssignmentInput) {
    for given in result {
      for partition in given.partitions {
        let fewest =
          result.indices.filter { wants(input, $0, partition.topic) }
          .map { result[$0].partitions.count }.min() ?? 0
        #expect(given.partitions.count <= fewest + 1)
      }
    }
  }
}
