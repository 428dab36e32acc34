/// What holds in every run, whatever happens to members and network.
public enum Invariant: String, Hashable, Sendable, CaseIterable {
  /// A written plan gives a partition to one member at most.
  case planHasOneOwner
  /// … and to subscribers of its topic only; the sticky family may give one back to a member that
  /// had it once.
  case planForSubscribers
  /// Under the cooperative protocol a plan gives nobody what another has just said it still owns.
  case planSparesOwners
  /// Of several readers of a partition, one at most holds the current generation and has the
  /// partition in it.
  case oneCurrentReader
  /// A commit of another generation than the group's never succeeds.
  case noStaleCommit
  /// With `auto.offset.reset=earliest` and nothing deleted, all below a commit was polled.
  case committedWasPolled
  /// A completed join phase has a greater generation than the one before.
  case generationGrows
  /// Once faults stop, the group is Stable within rebalance timeout, session timeout and
  /// initial delay.
  case settlesWhenCalm
  /// What was in the logs when faults stopped is polled in the end, if somebody who is in the
  /// group subscribes to it.
  case allIsPolled

  // Of a coordinator under requests of any kind.
  /// Each request is answered once: at once, or later if it waits in its group or for a write; a
  /// member's second JoinGroup or SyncGroup takes the place of its first.
  case oneAnswer
  /// It is an answer that Kafka can give.
  case lawfulAnswer
  /// A group's state, members, leader and timers agree.
  case groupInOrder
  /// What was written down gives the same hard state when it is loaded.
  case loadedIsWritten
}

/// An invariant that did not hold, when and how.
public struct Violation: Hashable, Sendable {
  public var timeMs: Int64
  public var invariant: Invariant
  public var detail: String
}
