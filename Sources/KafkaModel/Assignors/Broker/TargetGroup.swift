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

  /// By topic number, its place in text order.
  private let textPlaces: [Int]

  init(_ input: TargetInput) {
    let numbers = SubscriptionNumbers(
      input.members.map(\.topics), input.topics.map { $0.partitionCount > 0 ? $0.name : nil })
    owned = input.members.map { Self.places($0.owned, input.topics, numbers) }
    subscriptions = numbers.lists
    var subscribers: [[Int]] = Array(repeating: [], count: input.topics.count)
    for (member, topics) in subscriptions.enumerated() {
      for topic in topics { subscribers[topic].append(member) }
    }
    var textPlaces = Array(repeating: 0, count: input.topics.count)
    let inTextOrder = input.topics.indices.sorted { input.topics[$0].name < input.topics[$1].name }
    for (place, topic) in inTextOrder.enumerated() { textPlaces[topic] = place }
    hasEqualSubscriptions = Self.haveEqualNames(input.members)
    self.input = input
    self.subscribers = subscribers
    self.textPlaces = textPlaces
  }

  /// Those that exist, by topic number.
  private static func places(
    _ partitions: [TopicPartition], _ topics: [TargetTopic], _ numbers: SubscriptionNumbers
  ) -> [Place] {
    var places: [Place] = []
    places.reserveCapacity(partitions.count)
    var last: TopicName?
    var number: Int?
    for partition in partitions {
      // Neighbours are mostly of the same topic.
      if partition.topic != last {
        last = partition.topic
        number = numbers.number(partition.topic)
      }
      guard let topic = number, partition.partition >= 0,
        partition.partition < topics[topic].partitionCount
      else { continue }
      places.append(Place(topic: topic, partition: Int(partition.partition)))
    }
    places.sort(by: Place.precedes)
    return places
  }

  /// Topics that do not exist count too (`SubscriptionType.HOMOGENEOUS`).
  private static func haveEqualNames(_ members: [TargetMember]) -> Bool {
    guard let first = members.first?.topics.sorted() else { return true }
    return members.allSatisfy { $0.topics == members[0].topics || $0.topics.sorted() == first }
  }

  func assignments(_ given: [[Place]]) -> [MemberAssignment] {
    zip(input.members, given).map { member, places in
      let sorted = places.sorted {
        (textPlaces[$0.topic], $0.partition) < (textPlaces[$1.topic], $1.partition)
      }
      return MemberAssignment(
        memberId: member.memberId,
        partitions: sorted.map {
          TopicPartition(input.topics[$0.topic].name, Int32($0.partition))
        })
    }
  }
}
