/// Members want different topics: everyone keeps what it may, the rest goes to those with the
/// fewest, then partitions move while that evens things out
/// (`AbstractStickyAssignor.GeneralAssignmentBuilder`).
struct EvenedShares {
  let group: StickyGroup
  let isWatched: Bool
  /// Members of each topic.
  let subscribers: [[Int]]
  /// Those with the fewest subscribers first, ties in text order.
  let topicOrder: [Int]
  /// By member, then topic.
  let isSubscribed: [Bool]
  /// All that a member could have.
  let largestCounts: [Int]
  /// By partition number: who had it in an older generation, or -1.
  let previousOwners: [Int]
  /// By partition number, or -1.
  var owners: [Int]
  var load: LoadOrder
  /// Partitions that a member has besides those in `owners`: they do not exist, or were given out
  /// a second time.
  var strays: [(member: Int, partition: Int)] = []
  /// Members that cannot change.
  var isFixed: [Bool] = []
  var moves: PartitionMoves
  /// nil = something moved since it was found out.
  var knownBalance: Bool?
  /// The topic that was out of balance the last time.
  var suspect = 0
  private var revocationRequired = false
  var steps: [StickyStep] = []

  static func divide(
    _ group: StickyGroup, _ claims: StickyClaims, isWatched: Bool
  ) throws(AssignorError) -> StickyDivision {
    var shares = EvenedShares(group, claims, isWatched)
    let isOwned = shares.keepOwned(claims)
    let unassigned = shares.unassigned(isOwned)
    let isFromNothing = shares.load.counts.allSatisfy { $0 == 0 }
    shares.giveToLeastLoaded(unassigned)
    shares.fixMembers()
    try shares.even(
      unassigned, preserving: !isFromNothing, onlyNewFirst: !shares.revocationRequired)
    return shares.result()
  }

  private init(_ group: StickyGroup, _ claims: StickyClaims, _ isWatched: Bool) {
    self.group = group
    self.isWatched = isWatched
    let topicCount = group.topics.topics.count
    var subscribers: [[Int]] = Array(repeating: [], count: topicCount)
    var isSubscribed = Array(repeating: false, count: topicCount * group.members.count)
    var largestCounts: [Int] = []
    for (member, topics) in group.subscriptions.enumerated() {
      for topic in topics {
        subscribers[topic].append(member)
        isSubscribed[member * topicCount + topic] = true
      }
      largestCounts.append(topics.reduce(0) { $0 + group.topics.topics[$1].size })
    }
    topicOrder = subscribers.indices.sorted {
      (subscribers[$0].count, $0) < (subscribers[$1].count, $1)
    }
    self.subscribers = subscribers
    self.isSubscribed = isSubscribed
    self.largestCounts = largestCounts
    previousOwners = Self.previousOwners(group, claims)
    owners = Array(repeating: -1, count: group.numberCount)
    load = LoadOrder(counts: Array(repeating: 0, count: group.members.count))
    moves = PartitionMoves(group)
  }

  /// Of those who had it in an older generation, the one of the newest of these.
  private static func previousOwners(_ group: StickyGroup, _ claims: StickyClaims) -> [Int] {
    var owners = Array(repeating: -1, count: group.numberCount)
    var generations = Array(repeating: Int32.min, count: group.numberCount)
    for member in group.walk {
      let generation = group.generations[member] ?? -1
      guard generation < claims.newestGeneration else { continue }
      for partition in group.claims[member]
      where owners[partition] < 0 || generation > generations[partition] {
        owners[partition] = member
        generations[partition] = generation
      }
    }
    return owners
  }

  func wants(_ member: Int, _ topic: Int) -> Bool {
    isSubscribed[member * group.topics.topics.count + topic]
  }

  /// What is still subscribed and near enough stays. Returns which partitions that are.
  private mutating func keepOwned(_ claims: StickyClaims) -> [Bool] {
    var isOwned = Array(repeating: false, count: group.numberCount)
    var counts = load.counts
    for member in group.walk {
      for partition in claims.held(by: member, group) {
        if !wants(member, group.topic(of: partition)) || group.racks.mismatch(member, partition) {
          revocationRequired = true
          continue
        }
        isOwned[partition] = true
        counts[member] += 1
        if partition < group.partitionCount {
          owners[partition] = member
        } else {
          strays.append((member, partition))
        }
        note(partition, member, .kept)
      }
    }
    load = LoadOrder(counts: counts)
    return isOwned
  }

  /// Kafka compares two sorted lists, and a kept partition that does not exist (any more) makes
  /// everything after it count as unassigned.
  private func unassigned(_ isOwned: [Bool]) -> [Int] {
    var result: [Int] = []
    var isLost = false
    for topic in topicOrder {
      let strange = (group.partitionCount..<group.numberCount).filter {
        isOwned[$0] && group.topic(of: $0) == topic
      }
      if strange.contains(where: { group.partition($0).partition < 0 }) { isLost = true }
      result += group.topics.numbers(of: topic).filter { isLost || !isOwned[$0] }
      if !strange.isEmpty { isLost = true }
    }
    return result
  }

  /// First to those near a replica, then whoever is left.
  private mutating func giveToLeastLoaded(_ partitions: [Int]) {
    var left = partitions
    if group.racks.decide {
      left = left.filter { partition in
        let topic = group.topic(of: partition)
        let near = load.members.first {
          wants($0, topic) && !group.racks.mismatch($0, partition)
        }
        guard let near else { return true }
        give(partition, near, .sameRack)
        return false
      }
    }
    for partition in left {
      guard let member = leastLoaded(of: group.topic(of: partition)) else { continue }
      give(partition, member, .fewest)
    }
  }

  func leastLoaded(of topic: Int) -> Int? {
    load.members.first { wants($0, topic) }
  }

  private mutating func give(_ partition: Int, _ member: Int, _ reason: StickyStep.Reason) {
    if owners[partition] >= 0 { strays.append((owners[partition], partition)) }
    owners[partition] = member
    load.change(member, by: 1)
    note(partition, member, reason)
  }

  mutating func note(_ partition: Int, _ member: Int, _ reason: StickyStep.Reason) {
    guard isWatched else { return }
    steps.append(StickyStep(partition: partition, member: member, reason: reason))
  }
}
