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
    /// Moved between two members that were in the group before and after.
    case needless
    /// It had no owner before, or has none after.
    case none
  }

  public internal(set) var cause: RebalanceCause?
  public internal(set) var startedMs: Int64
  /// When the group became Stable (or Empty); nil while it runs.
  public internal(set) var endedMs: Int64?
  /// Join phases it took.
  public internal(set) var rounds = 1
  public internal(set) var before: [PlannedOwner]
  public internal(set) var after: [PlannedOwner] = []
  /// Milliseconds not read, of stops that are over.
  public internal(set) var notReadMs: [Int64]
  /// Records the new owner reads again, because the old one had not committed them.
  public internal(set) var readTwice: [Int64]
  var membersBefore: [Bool]
  var membersAfter: [Bool] = []

  public var isOver: Bool { endedMs != nil }

  public func verdict(_ place: Int) -> Verdict {
    guard before.indices.contains(place), after.indices.contains(place) else { return .none }
    switch (before[place], after[place]) {
    case (.slot(let a), .slot(let b)):
      if a == b { return .kept }
      let bothStayed =
        flag(membersBefore, b) && flag(membersAfter, a)
      return bothStayed ? .needless : .moved
    case (.anotherMember, .slot), (.slot, .anotherMember): return .moved
    default: return .none
    }
  }

  public func count(_ wanted: Verdict) -> Int {
    before.indices.reduce(0) { $0 + (verdict($1) == wanted ? 1 : 0) }
  }

  private func flag(_ flags: [Bool], _ slot: MemberSlot) -> Bool {
    flags.indices.contains(slot.index) && flags[slot.index]
  }
}
