import KafkaModel
import Testing

/// What sticky promises, on random groups.
struct StickyPropertyTests {
  /// A group whose members remember what they were given.
  struct Group {
    var generator: SeededGenerator
    var members: [AssignmentMember] = []
    var topics: [AssignmentTopic] = []
    var generation: Int32 = 0
    var nextMember = 0

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    func topicsWanted(_ member: MemberId) -> [TopicName] {
      members.first { $0.memberId == member }?.subscription.topics ?? []
    }

    mutating func join(_ wanted: [TopicName]) {
      members.append(
        AssignmentMember(
          memberId: MemberId("member-\(nextMember)"),
          subscription: ConsumerSubscription(topics: wanted)))
      nextMember += 1
    }

    /// Gives `result` to the members, as `sticky` or `cooperative-sticky` would.
    mutating func adopt(_ result: [MemberAssignment], cooperative: Bool) throws {
      generation += 1
      for index in members.indices {
        let partitions = result[index].partitions
        let generation = Generation(generation)
        members[index].subscription.generation = generation
        if cooperative {
          members[index].subscription.ownedPartitions = partitions
        } else {
          members[index].subscription.userData = try StickyAssignor().subscriptionUserData(
            owned: partitions, generation: generation)
        }
      }
    }

    var input: AssignmentInput { AssignmentInput(members: members, topics: topics) }

    mutating func pick(_ range: ClosedRange<Int>) -> Int {
      Int.random(in: range, using: &generator)
    }
  }

  static func group(seed: UInt64, mixed: Bool) -> Group {
    var group = Group(seed: seed)
    group.topics = (0..<group.pick(1...4)).map {
      AssignmentTopic(name: TopicName("t\($0)"), partitionCount: 0)
    }
    for index in group.topics.indices {
      group.topics[index].partitionCount = Int32(group.pick(1...9))
    }
    for _ in 0..<group.pick(2...7) {
      let names = group.topics.map(\.name)
      var wanted = mixed ? names.filter { _ in group.pick(0...2) > 0 } : names
      // Nobody wants nothing: Kafka overlooks such members, and may give them partitions.
      if wanted.isEmpty { wanted = [names[0]] }
      group.join(wanted)
    }
    return group
  }

  static func expectComplete(_ result: [MemberAssignment], _ group: Group) {
    let given = result.flatMap(\.partitions).sorted()
    let wanted = group.topics.filter { topic in
      group.members.contains { $0.subscription.topics.contains(topic.name) }
    }
    let all = wanted.flatMap { topic in
      (0..<topic.partitionCount).map { TopicPartition(topic.name, $0) }
    }
    #expect(given == all.sorted())
    for member in result {
      let topics = group.topicsWanted(member.memberId)
      #expect(member.partitions.allSatisfy { topics.contains($0.topic) })
    }
  }

  @Test func sharesAreEvenAndOnlyWhatMustMoveMoves() throws {
    for seed in 0..<200 as Range<UInt64> {
      var group = Self.group(seed: seed, mixed: false)
      var before = try StickyAssignor().assign(group.input)
      Self.expectComplete(before, group)
      for _ in 0..<6 {
        try group.adopt(before, cooperative: false)
        #expect(try StickyAssignor().assign(group.input) == before)
        let isJoining = group.members.count < 2 || group.pick(0...1) == 0
        if isJoining {
          group.join(group.topics.map(\.name))
        } else {
          group.members.remove(at: group.pick(0...group.members.count - 1))
        }
        let after = try StickyAssignor().assign(group.input)
        Self.expectComplete(after, group)
        let sizes = after.map(\.partitions.count)
        #expect((sizes.max() ?? 0) - (sizes.min() ?? 0) <= 1)
        for member in after {
          guard let old = before.first(where: { $0.memberId == member.memberId }) else { continue }
          let kept = member.partitions.filter { old.partitions.contains($0) }.count
          // Whoever was there gains nothing when one joins, and loses nothing when one leaves.
          #expect(kept == (isJoining ? member.partitions.count : old.partitions.count))
        }
        before = after
      }
    }
  }

  @Test func differingSubscriptionsEndWhereNoMoveHelps() throws {
    for seed in 0..<300 as Range<UInt64> {
      let group = Self.group(seed: seed, mixed: true)
      let result = try StickyAssignor().assign(group.input)
      Self.expectComplete(result, group)
      for member in result {
        for partition in member.partitions {
          let fewest = result.filter { group.topicsWanted($0.memberId).contains(partition.topic) }
            .map(\.partitions.count).min()
          #expect(member.partitions.count <= (fewest ?? 0) + 1)
        }
      }
    }
  }

  @Test func cooperativeWithholdsWhatSomebodyElseHasAndComesToTheSameEnd() throws {
    for seed in 0..<200 as Range<UInt64> {
      for mixed in [false, true] {
        var group = Self.group(seed: seed, mixed: mixed)
        var result = try CooperativeStickyAssignor().assign(group.input)
        try group.adopt(result, cooperative: true)
        let leaver = group.pick(0...group.members.count - 1)
        if group.pick(0...1) == 0 && group.members.count > 1 { group.members.remove(at: leaver) }
        group.join(group.topics.map(\.name))
        var rounds = 0
        repeat {
          let owners = group.members
          result = try CooperativeStickyAssignor().assign(group.input)
          for given in result {
            for owner in owners where owner.memberId != given.memberId {
              let taken = given.partitions.filter {
                owner.subscription.ownedPartitions.contains($0)
              }
              #expect(taken.isEmpty)
            }
          }
          try group.adopt(result, cooperative: true)
          rounds += 1
        } while rounds < 8 && result.flatMap(\.partitions).count < Self.wantedCount(group)
        Self.expectComplete(result, group)
      }
    }
  }

  static func wantedCount(_ group: Group) -> Int {
    group.topics.filter { topic in
      group.members.contains { $0.subscription.topics.contains(topic.name) }
    }.reduce(0) { $0 + Int($1.partitionCount) }
  }
}
