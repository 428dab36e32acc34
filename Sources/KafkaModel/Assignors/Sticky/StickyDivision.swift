/// What came out of either algorithm of the sticky family, by member number.
struct StickyDivision {
  /// Partition numbers, in no order.
  var given: [[Int]]
  /// Moved from one live owner to another: by partition number the one who gets it, or -1.
  var transfers: [Int]
  /// What happened, for an observer; empty without one.
  var steps: [StickyStep] = []

  /// What is withheld until its old owner has revoked it (`adjustAssignment`).
  mutating func withholdTransfers() {
    for member in given.indices {
      given[member].removeAll { transfers[$0] == member }
    }
  }

  func assignments(_ group: StickyGroup) -> [MemberAssignment] {
    var result = group.members.map { MemberAssignment(memberId: $0.memberId) }
    for (number, partitions) in given.enumerated() {
      let sorted = partitions.sorted()
      var list: [TopicPartition] = []
      list.reserveCapacity(sorted.count)
      for partition in sorted { list.append(group.partition(partition)) }
      if let last = sorted.last, last >= group.partitionCount { list.sort() }
      result[group.positions[number]] = MemberAssignment(
        memberId: group.members[number].memberId, partitions: list)
    }
    return result
  }

  func tell<Observer: AssignorObserver>(_ observer: inout Observer, _ group: StickyGroup) {
    for step in steps {
      let reason: AssignmentReason =
        switch step.reason {
        case .kept: .kept
        case .sameRack: .sameRack
        case .fewest: .fewest
        case .evened(let from): .evened(from: group.members[from].memberId)
        }
      observer.gave(
        group.partition(step.partition), to: group.members[step.member].memberId,
        because: reason)
    }
  }
}

/// One decision, in numbers.
struct StickyStep {
  enum Reason {
    case kept
    case sameRack
    case fewest
    case evened(from: Int)
  }

  var partition: Int
  var member: Int
  var reason: Reason
}
