/// Why a coordinator took a member out of a classic group.
public enum RemovalReason: Hashable, Sendable, CaseIterable {
  /// No sign of life for `session.timeout.ms`.
  case sessionTimedOut
  /// Sent LeaveGroup, or an administrator sent it in its name: a coordinator does not tell them
  /// apart.
  case left
  /// An administrator sent LeaveGroup in its name, as whoever sees the connection can tell.
  case expelled
  /// A dynamic member that sent no JoinGroup before the rebalance timeout.
  case didNotRejoin
  /// Joined the generation, but sent no SyncGroup before the rebalance timeout.
  case didNotSync
  /// A new member whose first join phase took longer than five minutes.
  case newMemberTimedOut
  /// The group was full (`group.max.size`) when it came back.
  case groupTooLarge
  /// Another process took over its `group.instance.id` (KIP-345).
  case fenced
  /// Its join was not written down yet when another broker became the coordinator.
  case coordinatorMoved
}
