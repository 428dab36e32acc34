/// How much clients have the group coordinator keep, in all groups: an estimate that is never too
/// small. It grows with each request, and is counted anew when it reaches the limit, but not at
/// every request of somebody who has filled it.
struct GroupRoom {
  private var used = 0
  private var nextCountMs: Int64 = .min

  private static let pauseMs: Int64 = 1_000

  /// Whether there is room for so many bytes, which are then taken.
  mutating func take(_ bytes: Int, limit: Int, nowMs: Int64, count: () -> Int) -> Bool {
    if used + bytes > limit, nowMs >= nextCountMs {
      used = count()
      nextCountMs = nowMs + Self.pauseMs
    }
    if used + bytes > limit { return false }
    used += bytes
    return true
  }
}
