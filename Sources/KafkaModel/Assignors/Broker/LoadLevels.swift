/// Subscribers of one topic in order of load, with the range of the emptiest growing from below
/// and that of the fullest from above (`MemberAssignmentBalancer`).
struct LoadLevels {
  private var members: [Int]
  /// The emptiest are `0..<leastEnd`, at `leastLevel` before the present turn.
  private var leastEnd = 0
  private var leastLevel: Int
  private var leastNext = 0
  /// The fullest are `mostStart..<mostEnd`, at `mostLevel` before the present turn.
  private var mostStart: Int
  private var mostEnd: Int
  private var mostLevel: Int
  private var mostNext: Int

  /// - Parameters:
  ///   - members: at least one.
  ///   - counts: partitions of each member, all topics together.
  init(_ members: [Int], _ counts: [Int]) {
    precondition(!members.isEmpty)
    self.members = members.sorted { (counts[$0], $0) < (counts[$1], $1) }
    leastLevel = counts[self.members[0]] - 1
    mostLevel = counts[self.members[members.count - 1]] + 1
    mostStart = members.count
    mostEnd = members.count
    mostNext = members.count - 1
  }

  func spread(_ counts: [Int]) -> Int {
    counts[members[members.count - 1]] - counts[members[0]]
  }

  var isBalanced: Bool { mostLevel - leastLevel <= 1 }

  /// Who is to get the next partition.
  mutating func nextLeast(_ counts: [Int]) -> Int {
    if leastNext >= leastEnd {
      leastLevel += 1
      while leastEnd < members.count, counts[members[leastEnd]] == leastLevel { leastEnd += 1 }
      leastNext = 0
    }
    defer { leastNext += 1 }
    return members[leastNext]
  }

  /// Who is to give one; nil = nobody has one left.
  mutating func nextMost(_ counts: [Int]) -> Int? {
    if mostNext < mostStart {
      if mostEnd <= mostStart && mostStart > 0 {
        // All of the range were excluded: go on with the next below.
        mostLevel = counts[members[mostStart - 1]]
      } else {
        mostLevel -= 1
      }
      while mostStart > 0, counts[members[mostStart - 1]] == mostLevel { mostStart -= 1 }
      mostNext = mostEnd - 1
    }
    if mostNext < 0 { return nil }
    defer { mostNext -= 1 }
    return members[mostNext]
  }

  /// The last one of `nextMost` has nothing of this topic to give.
  mutating func excludeMost() {
    members.swapAt(mostNext + 1, mostEnd - 1)
    mostEnd -= 1
  }
}
