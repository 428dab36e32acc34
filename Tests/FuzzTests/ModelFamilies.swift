import KafkaModel

/// What consumers write into each other's hands: ConsumerProtocol, and assignors' user data; and
/// what a coordinator reads when it takes over.
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

  static func record(_ bytes: [UInt8]) {
    guard let (length, rest) = bytes.splitNumber() else { return }
    let key = Array(rest.prefix(length))
    let value = Array(rest.dropFirst(length))
    transactionRecord(key, value.isEmpty ? nil : value)
    let producer = Producer(id: 1, epoch: 0)
    guard let marker = try? TransactionMarker(producer: producer, key: key, value: value) else {
      return
    }
    let again = try? TransactionMarker(
      producer: producer, key: marker.keyBytes, value: marker.valueBytes)
    precondition(again == marker, "another when read again")
  }

  private static func transactionRecord(_ key: [UInt8], _ value: [UInt8]?) {
    guard let read = try? TransactionRecord(key: key, value: value) else { return }
    precondition((read.value?.partitions.count ?? 0) <= value?.count ?? 0, "too much")
    guard let keyAgain = try? read.keyBytes, let valueAgain = try? read.value.map({ try $0.bytes })
    else {
      // Only a tombstone has no value to write.
      return precondition(read.value == nil, "what was read cannot be written")
    }
    let again = try? TransactionRecord(key: keyAgain, value: valueAgain)
    precondition(again == read, "another when read again")
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
