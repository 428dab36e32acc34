/// What became of a consumer's process, or was done to it.
public enum ProcessChange: Hashable, Sendable {
  case started
  /// Another process has come with the same `group.instance.id`; whether it runs is not seen.
  case replaced
  /// SIGKILL: no LeaveGroup, no last commit.
  case killed
  /// The process ended by itself with an exit status that says it failed; else as when killed.
  case failed
  case closing
  /// The process ended by itself, after close().
  case ended
  case pollStopped
  case pollResumed
  case networkCut
  case networkHealed
  /// The whole process stands still (SIGSTOP): no heartbeat, no Fetch.
  case frozen
  case thawed
  case processRate(perSecond: Int64)
  /// `partition.assignment.strategy` of the process that starts now, where it is its own.
  case strategy([String])
}
