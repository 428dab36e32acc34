/// What the sticky family works on: members, topics and partitions as numbers.
///
/// A member's number is its place in the order of ids, so that a tie goes to the lower number; a
/// partition's is its place in the order of (topic, partition).
struct StickyGroup {
  let topics: SubscribedTopics
  let members: [AssignmentMember]
  /// Where each member is in the input.
  let positions: [Int]
  /// Members in the order in which a `HashMap` keyed by member id walks over them.
  let walk: [Int]
  /// Topic numbers of each member, ascending.
  let subscriptions: [[Int]]
  /// Partitions that each member says it had, of topics that exist.
  let claims: [[Int]]
  /// As the assignor decodes it; nil = not said.
  let generations: [Int32?]
  /// Claimed partitions of existing topics that do not exist: numbered from `partitionCount` on.
  let missing: [TopicPartition]
  /// The topic of each of all these.
  private let topicNumbers: [Int32]
  let racks: StickyRacks
  let hasEqualSubscriptions: Bool

  init(_ input: AssignmentInput, memory: (ConsumerSubscription, TopicNames) -> StickyMemory) {
    let order = input.members.indices.sorted {
      (input.members[$0].memberId, $0) < (input.members[$1].memberId, $1)
    }
    let members = order.map { input.members[$0] }
    let topics = SubscribedTopics(input)
    var numbers = Array(repeating: 0, count: order.count)
    for (number, position) in order.enumerated() { numbers[position] = number }
    let walkOrder =
      input.walkOrder
      ?? JavaOrder.ordered(Array(input.members.indices)) {
        JavaOrder.hashCode(input.members[$0].memberId.text)
      }
    precondition(walkOrder.count == order.count, "walkOrder names each member once")
    walk = walkOrder.map { numbers[$0] }
    let names = TopicNames(topics.topics.map(\.name))
    let memories = members.map { memory($0.subscription, names) }
    var reading = ClaimReading(topics)
    claims = memories.map { reading.numbers(of: $0.partitions) }
    missing = reading.missing
    topicNumbers = reading.topicNumbers
    generations = memories.map { $0.generation?.value }
    subscriptions = order.map { topics.subscriptions[$0] }
    racks = StickyRacks(members: members, topics: topics)
    hasEqualSubscriptions = Self.haveEqualSubscriptions(walk.map { members[$0] })
    positions = order
    self.members = members
    self.topics = topics
  }

  var partitionCount: Int { topics.partitionCount }
  /// Those that exist and those only claimed.
  var numberCount: Int { topics.partitionCount + missing.count }

  /// Kafka compares with the first member that subscribes to anything, and so overlooks members
  /// without topics that come before it.
  private static func haveEqualSubscriptions(_ members: [AssignmentMember]) -> Bool {
    guard let start = members.firstIndex(where: { !$0.subscription.topics.isEmpty }) else {
      return true
    }
    let first = members[start].subscription.topics
    var wanted = Index<TopicName, Bool>()
    for topic in first { wanted[topic] = true }
    return members[start...].allSatisfy { member in
      let topics = member.subscription.topics
      return topics == first
        || topics.count == wanted.count && topics.allSatisfy { wanted.contains($0) }
    }
  }

  func partition(_ number: Int) -> TopicPartition {
    if number >= partitionCount { return missing[number - partitionCount] }
    let topic = topic(of: number)
    return TopicPartition(
      topics.topics[topic].name, Int32(number - topics.firstNumbers[topic]))
  }

  /// The topic of a partition that exists or is only claimed.
  func topic(of number: Int) -> Int { Int(topicNumbers[number]) }
}

/// Turns claimed partitions into numbers.
private struct ClaimReading {
  let topics: SubscribedTopics
  var missing: [TopicPartition] = []
  /// By partition number.
  var topicNumbers: [Int32] = []
  private var missingNumbers = Index<TopicPartition, Int>()

  init(_ topics: SubscribedTopics) {
    self.topics = topics
    topicNumbers.reserveCapacity(topics.partitionCount)
    for (number, topic) in topics.topics.enumerated() {
      topicNumbers += repeatElement(Int32(number), count: topic.size)
    }
  }

  /// Neighbours are mostly of the same topic, so that is looked up once.
  mutating func numbers(of partitions: [TopicPartition]) -> [Int] {
    var result: [Int] = []
    result.reserveCapacity(partitions.count)
    var last: TopicName?
    var topic: Int?
    for partition in partitions {
      if partition.topic != last {
        last = partition.topic
        topic = topics.number(of: partition.topic)
      }
      guard let topic else { continue }
      if partition.partition >= 0, partition.partition < topics.topics[topic].partitionCount {
        result.append(topics.firstNumbers[topic] + Int(partition.partition))
      } else {
        result.append(number(ofMissing: partition, of: topic))
      }
    }
    return result
  }

  private mutating func number(ofMissing partition: TopicPartition, of topic: Int) -> Int {
    if let number = missingNumbers[partition] { return number }
    let number = topics.partitionCount + missing.count
    missing.append(partition)
    topicNumbers.append(Int32(topic))
    missingNumbers[partition] = number
    return number
  }
}
