/// What a consumer is doing, from its own point of view.
public enum MemberDoing: String, Hashable, Sendable, CaseIterable {
  /// Looks for a broker or the coordinator (FindCoordinator, Metadata).
  case connecting
  /// Commits before it gives its partitions up and rejoins (`onJoinPrepare`).
  case revoking
  /// Has sent JoinGroup and waits for the join phase to complete.
  case joining
  /// The leader: has been told the members and sent the plan with SyncGroup.
  case assigning
  /// Has sent SyncGroup and waits for its part of the plan.
  case syncing
  /// Has partitions, asks for their committed offsets.
  case fetchingOffsets
  /// Has partitions and positions, and fetches.
  case reading
  /// A member that owns nothing.
  case idle
  /// Reads, and more comes than it works off: concluded from outside.
  case slow
  /// Has partitions in which records wait, and commits nothing: seen from outside.
  case silent
  /// Subscribes to nothing, and so is no member.
  case unsubscribed
  /// The application has stopped calling poll().
  case notPolling
  /// Is closing: last commit, LeaveGroup.
  case leaving
  /// Left, closed or stopped for good.
  case closed
  /// A fatal error came out of poll().
  case failed
}
