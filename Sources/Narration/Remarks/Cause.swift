/// Why the group rebalances, with the members that the screen knows.
public enum Cause: Hashable, Sendable {
  case groupWasEmpty(Who)
  case newMember(Who)
  /// Several came one after the other into the same join phase.
  case newMembers([Who])
  /// A new process of a member that was here before: to the coordinator a stranger.
  case restarted(Who)
  /// Had been removed, found out and joined again.
  case returned(Who, hadLeft: Bool)
  case rejoined(Who)
  case leaderRejoined(Who)
  case left(Who)
  /// The same of a client of others that has not ended.
  case leftRunning(Who)
  /// An administrator sent LeaveGroup in its name.
  case expelled(Who)
  /// It left or its session ended; seen from outside, with nothing that tells which.
  case gone(Who)
  /// Left by itself, because poll() came too late (`max.poll.interval.ms`).
  case pollMissed(Who, limitMs: Int64?)
  /// `sinceMs`: the end was not seen, but lies between the two times.
  case sessionTimedOut(Who, limitMs: Int64?, atMs: Int64, sinceMs: Int64? = nil)
  /// Several, the last of them at that time.
  case sessionsTimedOut([Who], byMs: Int64)
  case newMemberTimedOut(Who)
  case pendingExpired
  case didNotSync([Who])
  case staticReplaced(Who)
  case writeFailed
  case groupTooLarge
  /// The leader has noticed partitions that were added.
  case grown([PartitionName])
  /// The source cannot tell.
  case unknown
}
