import KafkaModel

/// What one rebalance cost, partition by partition.
///
/// A partition counts as unread from the last moment a live member read it, which may lie before
/// the rebalance began, until the new owner's first fetch.
public struct RebalanceAccount: Hashable, Sendable {
  /// What became of a partition's owner.
  public enum Verdict: Hashable, Sendable {
    case kept
    case moved
    /// Moved between two members that were in the plan before and are in the new one.
    case needless
    /// It had no owner before, or has none after.
    case none
  }

  /// What began it, then what came to it while it ran, oldest first.
  public internal(set) var causes: [TimedCause]
  public internal(set) var startedMs: Int64
  /// When the group became Stable (or Empty); nil while it runs.
  public internal(set) var endedMs: Int64?
  /// What all members were stopped and started for, where that is what it was.
  public internal(set) var regrouping: Regrouping?
  /// Join phases it took.
  public internal(set) var rounds = 1
  public internal(set) var before: [PlannedOwner]
  public internal(set) var after: [PlannedOwner] = []
  /// Milliseconds not read, of stops that are over.
  public internal(set) var notReadMs: [Int64]
  /// Records the new owner reads again, because the old one had not committed them.
  public internal(set) var readTwice: [Int64]
  /// Where a stop went out of sight before it was over: it took longer.
  public internal(set) var isOpenEnded: [Bool]
  /// By slot: under which id it was in the plan of the generation before, and is in the new one.
  var idsBefore: [MemberId?]
  var idsAfter: [MemberId?] = []

  public var isOver: Bool { endedMs != nil }
  /// What began it.
  public var cause: RebalanceCause? { causes.first?.cause }
  /// What keeps it running: the last thing that came to it.
  public var latestCause: TimedCause? { causes.last }

  /// A cause and when it came.
  public struct TimedCause: Hashable, Sendable {
    public var cause: RebalanceCause
    public var atMs: Int64
  }

  public func verdict(_ place: Int) -> Verdict {
    guard before.indices.contains(place), after.indices.contains(place) else { return .none }
    switch (before[place], after[place]) {
    case (.slot(let a), .slot(let b)):
      if a == b { return .kept }
      return hasStayed(a) && hasStayed(b) ? .needless : .moved
    case (.anotherMember, .slot), (.slot, .anotherMember): return .moved
    default: return .none
    }
  }

  /// How many have another owner than before; those that moved needlessly are among them.
  public var movedCount: Int { count(.moved) + count(.needless) }

  public func count(_ wanted: Verdict) -> Int {
    before.indices.reduce(0) { $0 + (verdict($1) == wanted ? 1 : 0) }
  }

  /// Its owner before was well all the time: what was not read of it is the protocol's cost, not
  /// a failure's.
  public func isOfHealthy(_ place: Int) -> Bool {
    guard before.indices.contains(place), case .slot(let owner) = before[place] else {
      return false
    }
    return hasStayed(owner)
  }

  /// It was in the plan before and is in the new one, as the same member: who joined, or came
  /// back as a new process, has not stayed.
  private func hasStayed(_ slot: MemberSlot) -> Bool {
    guard idsBefore.indices.contains(slot.index), idsAfter.indices.contains(slot.index),
      let old = idsBefore[slot.index]
    else { return false }
    return idsAfter[slot.index] == old
  }
}
