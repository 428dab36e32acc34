import KafkaModel

/// A deadline of the coordinator. There is one of each key; setting it again replaces it.
public enum CoordinatorTimer: Hashable, Sendable {
  /// The wait for more first members (`group.initial.rebalance.delay.ms`).
  case initialDelay(GroupId)
  /// The rebalance timeout of the join phase.
  case join(GroupId)
  /// The same time again, for SyncGroup of all who joined.
  case sync(GroupId)
  /// The session of a member, or of an id handed out and not used yet.
  case session(GroupId, MemberId)

  public var groupId: GroupId {
    switch self {
    case .initialDelay(let id), .join(let id), .sync(let id), .session(let id, _): id
    }
  }
}

/// What the owner of the clock has to do about a timer.
public enum TimerChange: Hashable, Sendable {
  /// Fire it at `atMs`, and not at an earlier setting.
  case set(CoordinatorTimer, atMs: Int64)
  /// A timer fired all the same does nothing.
  case cancel(CoordinatorTimer)
}
