/// Who is near what (`AbstractStickyAssignor.RackInfo`, KIP-881).
struct StickyRacks {
  /// Whether racks decide anything: some member's rack has replicas, and not every partition is on
  /// every rack.
  let decide: Bool
  /// By member; -1 = none.
  private let memberRacks: [Int]
  /// By partition number.
  private let partitionRacks: [[Int]]
  /// By partition number; empty if no member has a rack.
  private let nearbyCounts: [Int]

  init(members: [AssignmentMember], topics: SubscribedTopics) {
    var numbers = Index<String, Int>()
    var memberRacks: [Int] = []
    var counts: [Int] = []
    for member in members {
      guard let rack = member.subscription.rackId, !rack.isEmpty else {
        memberRacks.append(-1)
        continue
      }
      let number = numbers[rack] ?? counts.count
      if number == counts.count {
        numbers[rack] = number
        counts.append(0)
      }
      counts[number] += 1
      memberRacks.append(number)
    }
    self.memberRacks = memberRacks
    if counts.isEmpty {
      (decide, partitionRacks, nearbyCounts) = (false, [], [])
      return
    }
    let memberRackCount = counts.count
    var partitionRacks: [[Int]] = []
    for topic in topics.topics {
      for partition in 0..<topic.size {
        let replicas = partition < topic.racks.count ? topic.racks[partition] : []
        partitionRacks.append(Self.resolve(replicas, &numbers))
      }
    }
    let rackCount = numbers.count
    var isUsed = Array(repeating: false, count: rackCount)
    for racks in partitionRacks { for rack in racks { isUsed[rack] = true } }
    let usedCount = isUsed.reduce(0) { $0 + ($1 ? 1 : 0) }
    decide =
      isUsed[..<memberRackCount].contains(true)
      && partitionRacks.contains { $0.count != usedCount }
    self.partitionRacks = partitionRacks
    nearbyCounts = partitionRacks.map { racks in
      racks.reduce(0) { $0 + ($1 < memberRackCount ? counts[$1] : 0) }
    }
  }

  /// Each rack once.
  private static func resolve(_ names: [String], _ numbers: inout Index<String, Int>) -> [Int] {
    var result: [Int] = []
    for name in names {
      let number = numbers[name] ?? numbers.count
      numbers[name] = number
      if !result.contains(number) { result.append(number) }
    }
    return result
  }

  /// The member has a rack, and no replica of the partition is there. A partition that does not
  /// exist is nowhere.
  func mismatch(_ member: Int, _ partition: Int) -> Bool {
    guard decide, memberRacks[member] >= 0 else { return false }
    return partition >= partitionRacks.count
      || !partitionRacks[partition].contains(memberRacks[member])
  }

  /// The member has a rack, and a replica of the partition is there.
  func match(_ member: Int, _ partition: Int) -> Bool {
    decide && memberRacks[member] >= 0 && partitionRacks[partition].contains(memberRacks[member])
  }

  /// Those with the fewest members on their racks first; nothing moves if no member has a rack.
  func sorted(_ partitions: [Int]) -> [Int] {
    if nearbyCounts.isEmpty { return partitions }
    return partitions.enumerated().map { (nearbyCounts[$1], $0, $1) }
      .sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
  }
}
