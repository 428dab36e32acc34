/// The same in numbers: members and topics are their places in the broker's order.
struct TargetGroup {
  let input: TargetInput
  /// Topic numbers of each member, ascending, each once.
  let subscriptions: [[Int]]
  /// Partitions of each member's previous target, ascending, by topic number.
  let owned: [[Place]]
  /// Members of each topic.
  let subscribers: [[Int]]
  let hasEqualSubscriptions: Bool

  struct Place {
    var topic: Int
    var partition: Int

    static func precedes(_ a: Place, _ b: Place) -> Bool {
      (a.topic, a.partition) < (b.topic, b.partition)
    }
  }

  init(_ input: TargetInput) {
    var numbers = Index<TopicName, Int>()
    for (number, topic) in input.topics.enumerated() where topic.partitionCount > 0 {
      numbers[topic.name] = number
    }
    let subscriptions = input.members.map { member in
      Self.unique(member.topics.compactMap { numbers[$0] }.sorted())
    }
    owned = input.members.map { member in
      member.owned.compactMap { partition -> Place? in
        guard let topic = numbers[partition.topic], partition.partition >= 0,
          partition.partition < input.topics[topic].partitionCount
        else { return nil }
        return Place(topic: topic, partition: Int(partition.partition))
      }.sorted(by: Place.precedes)
    }
    var subscribers: [[Int]] = Array(repeating: [], count: input.topics.count)
    for (member, topics) in subscriptions.enumerated() {
      for topic in topics { subscribers[topic].append(member) }
    }
    hasEqualSubscriptions = Self.haveEqualNames(input.members)
    self.input = input
    self.subscriptions = subscriptions
    self.subscribers = subscribers
  }

  private static func unique(_ sorted: [Int]) -> [Int] {
    sorted.indices.filter { $0 == 0 || sorted[$0] != sorted[$0 - 1] }.map { sorted[$0] }
  }

  /// Topics that do not exist count too (`SubscriptionType.HOMOGENEOUS`).
  private static func haveEqualNames(_ members: [TargetMember]) -> Bool {
    guard let first = members.first?.topics.sorted() else { return true }
    return members.allSatisfy { $0.topics == members[0].topics || $0.topics.sorted() == first }
  }

  func assignments(_ given: [[Place]]) -> [MemberAssignment] {
    zip(input.members, given).map { member, places in
      MemberAssignment(
        memberId: member.memberId,
        partitions: places.map {
          TopicPartition(input.topics[$0.topic].name, Int32($0.partition))
        }.sorted())
    }
  }
}
