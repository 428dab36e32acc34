import KafkaModel

/// `sticky` for members that all want the same, written for the eye: lists, no numbers, no speed.
struct StickyTwin {
  /// As the leader knows them, in the order of its hash map.
  var members: [AssignmentMember]
  var topics: [AssignmentTopic]
  private(set) var given: [MemberId: [TopicPartition]] = [:]
  /// Who had to let go of a partition.
  private var losers: [TopicPartition: MemberId] = [:]
  private var contested: [TopicPartition] = []

  init(_ input: AssignmentInput) {
    let ids = JavaOrder.ordered(input.members.map(\.memberId))
    members = ids.compactMap { id in input.members.first { $0.memberId == id } }
    topics = input.topics
    divide()
  }

  func eager(_ member: MemberId) -> [TopicPartition] { (given[member] ?? []).sorted() }

  /// Without what somebody else has to revoke first.
  func cooperative(_ member: MemberId) -> [TopicPartition] {
    eager(member).filter { partition in
      !contested.contains(partition) && (losers[partition] ?? member) == member
    }
  }

  private var partitions: [TopicPartition] {
    topics.flatMap { topic in
      (0..<topic.partitionCount).map { TopicPartition(topic.name, $0) }
    }
  }

  /// The newest claim counts; two of one generation both do not.
  private mutating func owned(_ member: AssignmentMember) -> [TopicPartition] {
    let mine = member.subscription
    return mine.ownedPartitions.filter { partition in
      let rivals = members.filter {
        $0.memberId != member.memberId && $0.subscription.ownedPartitions.contains(partition)
      }.map(\.subscription.generation)
      if rivals.contains(mine.generation) { contested.append(partition) }
      return rivals.allSatisfy { $0 < mine.generation }
    }.sorted { ($0.partition, $0.topic) < ($1.partition, $1.topic) }
  }

  private mutating func divide() {
    let small = partitions.count / members.count
    var largeLeft = partitions.count % members.count
    var under: [MemberId] = []
    var exact: [MemberId] = []
    for member in members {
      let owned = owned(member)
      var kept = small
      if owned.count < small {
        kept = owned.count
        under.append(member.memberId)
      } else if owned.count > small && largeLeft > 0 {
        kept = small + 1
        largeLeft -= 1
        if largeLeft == 0 { exact = [] }
      } else if largeLeft > 0 {
        exact.append(member.memberId)
      }
      given[member.memberId] = Array(owned.prefix(kept))
      for partition in owned.dropFirst(kept) { losers[partition] = member.memberId }
    }
    let taken = given.values.flatMap(\.self)
    under.sort()
    exact.sort()
    for partition in partitions where !taken.contains(partition) {
      let member = under.isEmpty ? exact.removeFirst() : under.removeFirst()
      given[member, default: []].append(partition)
      let count = given[member]?.count ?? 0
      if count < small { under.append(member) } else if count == small { exact.append(member) }
    }
  }
}
