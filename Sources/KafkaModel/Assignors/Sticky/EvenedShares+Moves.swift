/// Moving partitions until nothing gets more even.
extension EvenedShares {
  /// A member that has all it could have, and none of it shared, takes no part.
  mutating func fixMembers() {
    var hasShared = Array(repeating: false, count: group.members.count)
    for topic in topicOrder where subscribers[topic].count >= 2 {
      for partition in group.topics.numbers(of: topic) where owners[partition] >= 0 {
        hasShared[owners[partition]] = true
      }
    }
    for stray in strays where subscribers[group.topic(of: stray.partition)].count >= 2 {
      hasShared[stray.member] = true
    }
    isFixed = group.members.indices.map { member in
      load.counts[member] >= largestCounts[member] && !hasShared[member]
    }
    load.leaveOut(isFixed)
  }

  /// Only the newly given ones first, unless somebody has to revoke anyway; then all. What is not
  /// more even in the end is taken back.
  mutating func even(
    _ new: [Int], preserving: Bool, onlyNewFirst: Bool
  ) throws(AssignorError) {
    let ownersBefore = owners
    let loadBefore = load
    let stepsBefore = steps.count
    if onlyNewFirst {
      _ = try moveAround(new.filter { subscribers[group.topic(of: $0)].count >= 2 })
    }
    var shared: [Int] = []
    for topic in topicOrder where subscribers[topic].count >= 2 {
      shared += group.topics.numbers(of: topic)
    }
    let hasMoved = try moveAround(shared)
    if preserving && hasMoved && unevenness(load) >= unevenness(loadBefore) {
      owners = ownersBefore
      load = loadBefore
      steps.removeSubrange(stepsBefore...)
    }
  }

  /// The sum of the differences of all pairs of members (`getBalanceScore`).
  private func unevenness(_ load: LoadOrder) -> Int {
    var score = 0
    for (place, member) in load.members.enumerated() {
      score += (2 * place - load.members.count + 1) * load.counts[member]
    }
    return score
  }

  /// Over and over the list until nothing moves or all is balanced. Returns whether any moved.
  private mutating func moveAround(_ partitions: [Int]) throws(AssignorError) -> Bool {
    var hasMoved = false
    var isMoving = true
    while isMoving {
      isMoving = false
      for partition in partitions {
        if isBalanced() { break }
        guard let target = try betterOwner(of: partition) else { continue }
        move(partition, to: target)
        isMoving = true
        hasMoved = true
      }
    }
    return hasMoved
  }

  /// The owner of an older generation, else the emptiest, if it has at least two fewer. Kafka
  /// looks at those on the same rack first, but then takes the emptiest all the same.
  private func betterOwner(of partition: Int) throws(AssignorError) -> Int? {
    let count = load.counts[owners[partition]]
    let previous = previousOwners[partition]
    if previous >= 0 {
      if isFixed[previous] { throw .previousOwnerOutOfReach }
      if count > load.counts[previous] + 1 { return previous }
    }
    guard let emptiest = leastLoaded(of: group.topic(of: partition)),
      count > load.counts[emptiest] + 1
    else { return nil }
    return emptiest
  }

  private mutating func move(_ partition: Int, to member: Int) {
    let topic = group.topic(of: partition)
    let moved = moves.actual(partition, topic: topic, from: owners[partition], to: member)
    let old = owners[moved]
    moves.record(moved, topic: topic, from: old, to: member)
    load.change(old, by: -1)
    load.change(member, by: 1)
    owners[moved] = member
    knownBalance = nil
    note(moved, member, .evened(from: old))
  }

  /// Whether nobody could take a partition from somebody with at least two more.
  private mutating func isBalanced() -> Bool {
    if let knownBalance { return knownBalance }
    let balanced = load.spread <= 1 || findSuspect() == nil
    knownBalance = balanced
    return balanced
  }

  /// A topic that is out of balance; the one of the last time is looked at first.
  private mutating func findSuspect() -> Int? {
    let count = topicOrder.count
    for offset in 0..<count {
      let place = (suspect + offset) % count
      if isUneven(topicOrder[place]) {
        suspect = place
        return place
      }
    }
    return nil
  }

  private func isUneven(_ topic: Int) -> Bool {
    if subscribers[topic].count < 2 { return false }
    var least = Int.max
    for member in subscribers[topic]
    where !isFixed[member] && load.counts[member] != largestCounts[member] {
      least = min(least, load.counts[member])
    }
    if least == Int.max { return false }
    return group.topics.numbers(of: topic).contains {
      owners[$0] >= 0 && load.counts[owners[$0]] > least + 1
    }
  }

  func result() -> StickyDivision {
    var given: [[Int]] = Array(repeating: [], count: group.members.count)
    for stray in strays { given[stray.member].append(stray.partition) }
    for partition in 0..<group.partitionCount where owners[partition] >= 0 {
      given[owners[partition]].append(partition)
    }
    return StickyDivision(given: given, transfers: transfers(given), steps: steps)
  }

  /// What somebody gains that somebody else said it owned and now loses
  /// (`CooperativeStickyAssignor.computePartitionsTransferringOwnership`).
  private func transfers(_ given: [[Int]]) -> [Int] {
    var gainers = Array(repeating: -1, count: group.numberCount)
    var isLost = Array(repeating: false, count: group.numberCount)
    var owner = gainers
    var claimant = gainers
    for member in group.walk {
      for partition in group.claims[member] { claimant[partition] = member }
      for partition in given[member] {
        owner[partition] = member
        if claimant[partition] != member { gainers[partition] = member }
      }
      for partition in group.claims[member] where owner[partition] != member {
        isLost[partition] = true
      }
    }
    return gainers.indices.map { isLost[$0] ? gainers[$0] : -1 }
  }
}
