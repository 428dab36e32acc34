/// When what is due; `never` = not set. The backoffs belong to the timers they set.
struct Timers: Hashable, Sendable {
  static let never = Int64.max

  var findCoordinatorMs: Int64 = 0
  var findCoordinatorBackoff = Backoff()
  var metadataMs: Int64 = 0
  var metadataBackoff = Backoff()
  var joinMs: Int64 = 0
  var joinBackoff = Backoff()
  var heartbeatMs = never
  var heartbeatBackoff = Backoff()
  var sessionMs = never
  /// Runs while the application is in its own code.
  var pollMs = never
  var autoCommitMs = never
  var commitRetryMs: Int64 = 0
  var commitBackoff = Backoff()
  var positionsMs: Int64 = 0
  var positionsBackoff = Backoff()
  /// When `onJoinPrepare` no longer waits for its commit.
  var prepareEndMs = never
  var closeEndMs = never
}
