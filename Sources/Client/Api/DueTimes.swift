/// When the timers of a consumer are due that run as long as it is a member, in milliseconds;
/// nil = it does not run.
public struct DueTimes: Hashable, Sendable {
  /// The next Heartbeat is sent.
  public var heartbeatMs: Int64?
  /// The application must have called poll() by then.
  public var pollMs: Int64?
  /// The next commit by itself.
  public var autoCommitMs: Int64?

  public init(heartbeatMs: Int64? = nil, pollMs: Int64? = nil, autoCommitMs: Int64? = nil) {
    self.heartbeatMs = heartbeatMs
    self.pollMs = pollMs
    self.autoCommitMs = autoCommitMs
  }
}
