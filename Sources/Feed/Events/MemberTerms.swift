/// What a member has told the coordinator of itself with its last JoinGroup.
public struct MemberTerms: Hashable, Sendable {
  /// `partition.assignment.strategy`, the one it likes best first.
  public var assignors: [String]
  public var sessionTimeoutMs: Int32
  /// `max.poll.interval.ms`, as clients fill it in.
  public var rebalanceTimeoutMs: Int32

  public init(assignors: [String], sessionTimeoutMs: Int32, rebalanceTimeoutMs: Int32) {
    self.assignors = assignors
    self.sessionTimeoutMs = sessionTimeoutMs
    self.rebalanceTimeoutMs = rebalanceTimeoutMs
  }
}
