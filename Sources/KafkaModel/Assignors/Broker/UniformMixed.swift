/// `uniform` where members want different topics: what is still subscribed stays, the rest goes
/// to the least loaded subscribers, then partitions move from the most to the least loaded
/// (`UniformHeterogeneousAssignmentBuilder`).
struct UniformMixed {
  /// Kafka stops here even if it is not balanced.
  private static let highestRoundCount = 16

  private let group: TargetGroup
  /// By topic and partition; -1 = nobody.
  private var owners: [[Int]]
  /// By member.
  private var counts: [Int]
  private let topicOrder: [Int]

  static func divide(_ group: TargetGroup) -> [MemberAssignment] {
    var mixed = UniformMixed(group)
    mixed.keepOwned()
    for topic in mixed.topicOrder { mixed.giveFree(of: topic) }
    mixed.balance()
    return mixed.result()
  }

  private init(_ group: TargetGroup) {
    self.group = group
    counts = Array(repeating: 0, count: group.input.members.count)
    owners = group.input.topics.map { Array(repeating: -1, count: Int(max(0, $0.partitionCount))) }
    topicOrder = group.subscribers.indices.filter { !group.subscribers[$0].isEmpty }
      .sorted { Self.precedes($0, $1, group) }
  }

  /// Many partitions a subscriber first, then few subscribers, then the topic id.
  private static func precedes(_ a: Int, _ b: Int, _ group: TargetGroup) -> Bool {
    let (x, y) = (group.input.topics[a], group.input.topics[b])
    let (m, n) = (group.subscribers[a].count, group.subscribers[b].count)
    let (left, right) = (Int(x.partitionCount) * n, Int(y.partitionCount) * m)
    if left != right { return left > right }
    if m != n { return m < n }
    return x.topicId.precedesInJava(y.topicId)
  }

  private mutating func keepOwned() {
    for (member, places) in group.owned.enumerated() {
      for place in places where group.subscriptions[member].contains(place.topic) {
        if owners[place.topic][place.partition] >= 0 { continue }
        owners[place.topic][place.partition] = member
        counts[member] += 1
      }
    }
  }

  private mutating func giveFree(of topic: Int) {
    let free = owners[topic].indices.filter { owners[topic][$0] < 0 }
    if free.isEmpty { return }
    var levels = LoadLevels(group.subscribers[topic], counts)
    for partition in free {
      give(topic, partition, to: levels.nextLeast(counts))
    }
  }

  private mutating func give(_ topic: Int, _ partition: Int, to member: Int) {
    let old = owners[topic][partition]
    if old >= 0 { counts[old] -= 1 }
    owners[topic][partition] = member
    counts[member] += 1
  }

  /// Topic by topic, until a whole round changes nothing.
  private mutating func balance() {
    let shared = topicOrder.filter { group.subscribers[$0].count >= 2 }
    var lastChanged = -1
    for _ in 0..<Self.highestRoundCount {
      for (place, topic) in shared.enumerated() {
        if place == lastChanged { return }
        if balance(topic) || lastChanged < 0 { lastChanged = place }
      }
    }
  }

  /// Returns whether anything moved.
  private mutating func balance(_ topic: Int) -> Bool {
    var levels = LoadLevels(group.subscribers[topic], counts)
    if levels.spread(counts) <= 1 { return false }
    var movable = OwnedRanges(owners[topic], memberCount: counts.count)
    var hasMoved = false
    while !levels.isBalanced {
      guard let giver = levels.nextMost(counts) else { break }
      guard let partition = movable.takeLast(of: giver) else {
        levels.excludeMost()
        continue
      }
      let taker = levels.nextLeast(counts)
      if levels.isBalanced { break }
      give(topic, partition, to: taker)
      hasMoved = true
    }
    return hasMoved
  }

  private func result() -> [MemberAssignment] {
    var given: [[TargetGroup.Place]] = Array(repeating: [], count: counts.count)
    for (topic, members) in owners.enumerated() {
      for (partition, member) in members.enumerated() where member >= 0 {
        given[member].append(TargetGroup.Place(topic: topic, partition: partition))
      }
    }
    return group.assignments(given)
  }
}

/// A topic's partitions by owner, each owner's highest taken first.
private struct OwnedRanges {
  private var lists: [[Int]]

  init(_ owners: [Int], memberCount: Int) {
    lists = Array(repeating: [], count: memberCount)
    for (partition, owner) in owners.enumerated() where owner >= 0 {
      lists[owner].append(partition)
    }
  }

  mutating func takeLast(of member: Int) -> Int? { lists[member].popLast() }
}
