import KafkaModel

/// What consumers write into each other's hands: ConsumerProtocol, and assignors' user data.
enum ModelFamilies {
  static func subscription(_ bytes: [UInt8]) {
    guard let said = try? ConsumerSubscription(bytes: bytes) else { return }
    precondition(said.topics.count + said.ownedPartitions.count <= bytes.count, "too much")
    guard let written = try? said.bytes() else {
      preconditionFailure("what was read cannot be written")
    }
    precondition((try? ConsumerSubscription(bytes: written)) == said, "another when read again")
  }

  static func assignment(_ bytes: [UInt8]) {
    guard let given = try? ConsumerAssignment(bytes: bytes) else { return }
    precondition(given.partitions.count <= bytes.count, "too much")
    guard let written = try? given.bytes() else {
      preconditionFailure("what was read cannot be written")
    }
    precondition((try? ConsumerAssignment(bytes: written)) == given, "another when read again")
  }

  /// As many partitions as small inputs can speak of; the first ones are on one rack, then on two.
  private static let topics = [("gt1", 3), ("gt2", 1), ("t", 2), ("t0", 3), ("t1", 4)].map {
    AssignmentTopic(
      name: TopicName($0), partitionCount: Int32($1),
      racks: (0..<$1).map { [["a"], ["b"], ["a", "b"], ["c"]][$0] })
  }

  static func group(_ bytes: [UInt8]) {
    var reader = SubscriptionReader(topics: topics)
    var members: [AssignmentMember] = []
    var rest = bytes
    while members.count < 6, let (length, more) = rest.splitNumber() {
      // As the leader does: whose bytes nobody can read gets nothing.
      let said = try? reader.read(Array(more.prefix(length)))
      members.append(
        AssignmentMember(
          memberId: MemberId("m\(members.count)"),
          subscription: said ?? ConsumerSubscription(topics: [])))
      rest = Array(more.dropFirst(length))
    }
    let input = AssignmentInput(members: members, topics: topics)
    for assignor in Assignors.all {
      guard let plan = try? assignor.assign(input) else { continue }
      precondition(plan.map(\.memberId) == members.map(\.memberId), "not a part for each")
      for part in plan {
        precondition((try? ConsumerAssignment(partitions: part.partitions).bytes()) != nil)
      }
    }
  }
}
