/// Members in order of how many partitions they have, ties by number.
struct LoadOrder {
  private(set) var members: [Int]
  /// By member.
  private(set) var counts: [Int]

  init(counts: [Int]) {
    self.counts = counts
    members = counts.indices.sorted { (counts[$0], $0) < (counts[$1], $1) }
  }

  /// How far the fullest is above the emptiest; 0 without members.
  var spread: Int {
    guard let first = members.first, let last = members.last else { return 0 }
    return counts[last] - counts[first]
  }

  /// The members that have no more say; their counts stay.
  mutating func leaveOut(_ isOut: [Bool]) { members.removeAll { isOut[$0] } }

  mutating func change(_ member: Int, by difference: Int) {
    let old = place(of: member)
    members.remove(at: old)
    counts[member] += difference
    members.insert(member, at: place(of: member))
  }

  /// Where the member is, or belongs.
  private func place(of member: Int) -> Int {
    var low = 0
    var high = members.count
    while low < high {
      let middle = (low + high) / 2
      let other = members[middle]
      if (counts[other], other) < (counts[member], member) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }
}
