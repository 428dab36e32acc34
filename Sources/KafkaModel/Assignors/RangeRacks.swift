/// The part of `range` that looks at racks first (KIP-881): partitions with a replica on the
/// member's rack, co-partitioned topics together.
enum RangeRacks {
  /// Returns whether it had anything to do.
  static func assign(_ rounds: inout [RangeRound]) -> Bool {
    if !rounds.contains(where: needsRacks) { return false }
    for group in coPartitioned(rounds) {
      if group.count > 1 {
        assignTogether(&rounds, group)
      } else if needsRacks(rounds[group[0]]) {
        assignAlone(&rounds[group[0]])
      }
    }
    return true
  }

  /// Some subscriber's rack has a replica, and not every partition is on all the topic's racks.
  private static func needsRacks(_ round: RangeRound) -> Bool {
    if round.topic.racks.isEmpty { return false }
    let racks = round.subscribers.indices.compactMap(round.rack)
    if racks.isEmpty { return false }
    let replicaRacks = round.topic.racks.flatMap(\.self)
    if !racks.contains(where: replicaRacks.contains) { return false }
    return !round.topic.racks.allSatisfy { partition in
      replicaRacks.allSatisfy(partition.contains)
    }
  }

  /// Topics with the same subscribers and as many partitions, in order of first appearance.
  private static func coPartitioned(_ rounds: [RangeRound]) -> [[Int]] {
    var groups: [[Int]] = []
    for index in rounds.indices {
      let found = groups.firstIndex {
        let other = rounds[$0[0]]
        return other.topic.partitionCount == rounds[index].topic.partitionCount
          && other.subscribers == rounds[index].subscribers
      }
      if let found { groups[found].append(index) } else { groups.append([index]) }
    }
    return groups
  }

  /// A partition number goes to the same member in all topics of the group.
  private static func assignTogether(_ rounds: inout [RangeRound], _ group: [Int]) {
    let first = rounds[group[0]]
    for partition in 0..<first.topic.partitionCount {
      let slot = first.subscribers.indices.first { slot in
        group.contains { rounds[$0].room(slot) > 0 }
          && group.allSatisfy { rounds[$0].racksMatch(slot, partition) }
          && group.allSatisfy { rounds[$0].room(slot) > 0 }
      }
      guard let slot else { continue }
      for index in group { rounds[index].giveNearby(partition, to: slot) }
    }
  }

  private static func assignAlone(_ round: inout RangeRound) {
    for slot in round.subscribers.indices {
      var left = round.room(slot)
      for partition in 0..<round.topic.partitionCount where left > 0 {
        if round.isFree(partition) && round.racksMatch(slot, partition) {
          round.giveNearby(partition, to: slot)
          left -= 1
        }
      }
    }
  }
}
