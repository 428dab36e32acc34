/// Who rightly has what before the division, where several claim the same partition
/// (`AbstractStickyAssignor.allSubscriptionsEqual`).
struct StickyClaims {
  /// By partition number; -1 = nobody.
  private(set) var holders: [Int]
  /// Claimed twice in one generation: nobody keeps it.
  private(set) var isContested: [Bool]
  /// -1 if nobody has one.
  private(set) var newestGeneration: Int32 = -1

  init(_ group: StickyGroup) {
    holders = Array(repeating: -1, count: group.numberCount)
    isContested = Array(repeating: false, count: group.numberCount)
    var claimants = holders
    for member in group.walk {
      let generation = group.generations[member] ?? -1
      newestGeneration = max(newestGeneration, generation)
      for partition in group.claims[member] {
        let other = claimants[partition]
        // Kafka decodes the generation of the member it looks at, and takes the earlier
        // claimant's from the field of its subscription. The two may differ.
        let otherGeneration = other < 0 ? -1 : Self.field(group.members[other].subscription)
        if other < 0 || generation > otherGeneration {
          holders[partition] = member
          claimants[partition] = member
        } else if generation == otherGeneration {
          holders[partition] = -1
          claimants[partition] = member
          isContested[partition] = true
        }
      }
    }
  }

  private static func field(_ subscription: ConsumerSubscription) -> Int32 {
    max(subscription.generation.value, -1)
  }

  /// What `member` holds, ascending, each once.
  func held(by member: Int, _ group: StickyGroup) -> [Int] {
    let list = group.claims[member].filter { holders[$0] == member }
    let isAscending = zip(list, list.dropFirst()).allSatisfy { $0 < $1 }
    return isAscending ? list : list.sortedOnce()
  }
}
