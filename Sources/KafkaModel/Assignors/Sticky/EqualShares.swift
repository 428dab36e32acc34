/// All members want the same topics: everyone keeps what fits its share, the rest goes round
/// (`AbstractStickyAssignor.ConstrainedAssignmentBuilder`).
struct EqualShares {
  private let group: StickyGroup
  private let claims: StickyClaims
  /// The two sizes of a share; the same where it comes out even.
  private let smallShare: Int
  private let largeShare: Int
  /// How many members are to get the large one.
  private let largeShares: Int
  private var largeSharesTaken = 0
  /// Below the small share.
  private var under: [Int] = []
  /// At the small share, and might get one more; the first `exactTaken` have it.
  private var exact: [Int] = []
  private var exactTaken = 0
  private var given: [[Int]]
  /// By partition number: who had to let go of it, or -1.
  private var losers: [Int]
  private var transfers: [Int]
  private var steps: [StickyStep] = []
  private let isWatched: Bool

  static func divide(
    _ group: StickyGroup, _ claims: StickyClaims, isWatched: Bool
  ) throws(AssignorError) -> StickyDivision {
    var shares = EqualShares(group, claims, isWatched)
    let left = group.racks.sorted(shares.keepOwned())
    shares.under.sort()
    shares.exact.sort()
    let far = group.racks.decide ? shares.giveNearby(left) : left
    try shares.giveInTurn(far)
    try shares.verify()
    return StickyDivision(given: shares.given, transfers: shares.transfers, steps: shares.steps)
  }

  private init(_ group: StickyGroup, _ claims: StickyClaims, _ isWatched: Bool) {
    self.group = group
    self.claims = claims
    self.isWatched = isWatched
    let count = group.members.count
    smallShare = group.partitionCount / count
    largeShares = group.partitionCount % count
    largeShare = smallShare + (largeShares > 0 ? 1 : 0)
    given = Array(repeating: [], count: count)
    losers = Array(repeating: -1, count: group.numberCount)
    transfers = losers
  }

  /// Everyone, in hash order, keeps as much as its share allows. Returns what is left.
  private mutating func keepOwned() -> [Int] {
    var isKept = Array(repeating: false, count: group.numberCount)
    for member in group.walk {
      let owned = keepable(member)
      let kept: Int
      if owned.count < smallShare {
        kept = owned.count
        under.append(member)
      } else if owned.count >= largeShare && largeSharesTaken < largeShares {
        kept = largeShare
        largeSharesTaken += 1
        if largeSharesTaken == largeShares { exact = [] }
      } else {
        kept = smallShare
        if largeSharesTaken < largeShares { exact.append(member) }
      }
      let order = kept < owned.count ? byPartition(owned) : owned
      given[member] = Array(order[..<kept])
      for partition in order[..<kept] {
        isKept[partition] = true
        if isWatched { note(partition, member, .kept) }
      }
      for partition in order[kept...] { losers[partition] = member }
    }
    return unassigned(isKept)
  }

  /// What the member owned and no rack or rival speaks against.
  private mutating func keepable(_ member: Int) -> [Int] {
    var result: [Int] = []
    for number in claims.held(by: member, group) {
      if group.racks.mismatch(member, number) {
        losers[number] = member
      } else if !claims.isContested[number] {
        result.append(number)
      }
    }
    return result
  }

  /// By partition, then topic: of this order a member keeps the first.
  private func byPartition(_ numbers: [Int]) -> [Int] {
    numbers.map { (group.partition($0).partition, group.topic(of: $0), $0) }
      .sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
  }

  /// Kafka compares two sorted lists, and a kept partition that does not exist (any more) makes
  /// everything after it count as unassigned.
  private func unassigned(_ isKept: [Bool]) -> [Int] {
    var end = group.partitionCount
    for number in group.partitionCount..<group.numberCount where isKept[number] {
      let topic = group.topic(of: number)
      let isNegative = group.partition(number).partition < 0
      end = min(end, group.topics.firstNumbers[isNegative ? topic : topic + 1])
    }
    return (0..<group.partitionCount).filter { !isKept[$0] || $0 >= end }
  }

  /// Only to members near a replica. Returns what found nobody.
  private mutating func giveNearby(_ partitions: [Int]) -> [Int] {
    var next = 0
    var far: [Int] = []
    for partition in partitions {
      if let index = nearest(partition, under, from: next) {
        let member = under[index]
        next = index
        if given[member].count + 1 >= smallShare {
          under.remove(at: index)
          if given[member].count + 1 < largeShare && largeSharesTaken < largeShares {
            exact.append(member)
          }
        } else {
          next += 1
        }
        next = under.isEmpty ? 0 : next % under.count
        give(partition, member, .sameRack)
      } else if let index = nearest(partition, exact, from: 0) {
        let member = exact[index]
        if given[member].count + 1 == largeShare {
          exact.remove(at: index)
          largeSharesTaken += 1
          if largeSharesTaken == largeShares { exact = [] }
        }
        give(partition, member, .sameRack)
      } else {
        far.append(partition)
      }
    }
    return far
  }

  private func nearest(_ partition: Int, _ members: [Int], from start: Int) -> Int? {
    for offset in 0..<members.count {
      let index = (start + offset) % members.count
      if group.racks.match(members[index], partition) { return index }
    }
    return nil
  }

  /// Round and round those below the small share, then one each to those at it.
  private mutating func giveInTurn(_ partitions: [Int]) throws(AssignorError) {
    var place = 0
    var stillUnder: [Int] = []
    for partition in partitions {
      if place == under.count {
        under = stillUnder
        stillUnder = []
        place = 0
      }
      if place < under.count {
        let member = under[place]
        place += 1
        give(partition, member, .fewest)
        if given[member].count == smallShare {
          exact.append(member)
        } else {
          stillUnder.append(member)
        }
      } else {
        guard exactTaken < exact.count else { throw .noMoreUnfilledMembers }
        let member = exact[exactTaken]
        exactTaken += 1
        give(partition, member, .fewest)
        if given[member].count == largeShare { largeSharesTaken += 1 }
      }
    }
    under = stillUnder + under[place...]
  }

  private func verify() throws(AssignorError) {
    if under.isEmpty { return }
    if largeSharesTaken != largeShares { throw .tooFewLargeShares }
    for member in under where given[member].count != smallShare {
      throw .belowSmallestShare(group.members[member].memberId)
    }
  }

  private mutating func give(_ partition: Int, _ member: Int, _ reason: StickyStep.Reason) {
    given[member].append(partition)
    if claims.isContested[partition] || losers[partition] >= 0 && losers[partition] != member {
      transfers[partition] = member
    }
    if isWatched { note(partition, member, reason) }
  }

  private mutating func note(_ partition: Int, _ member: Int, _ reason: StickyStep.Reason) {
    steps.append(StickyStep(partition: partition, member: member, reason: reason))
  }
}
