/// What a join phase waits for; a leaf machine.
///
/// Kafka keeps both waits under one timer key (`classicGroupJoinKey`).
enum JoinWait: Hashable, Sendable {
  /// No join phase, or one that is about to complete. Leads to both waits.
  case none
  /// The group was empty: more members may be about to come. `lengthMs` is the length of the
  /// running wait, `remainingMs` how much longer it may still be extended. Leads to itself, none.
  case initialDelay(dueMs: Int64, lengthMs: Int64, remainingMs: Int64)
  /// Known members have to rejoin until `dueMs`. Leads to itself, none.
  case everybody(dueMs: Int64)

  /// What follows from the end of a wait.
  enum Action: Hashable {
    case extended(dueMs: Int64)
    case completed
    /// It was not due.
    case nothing
  }

  var initialDelayDueMs: Int64? {
    if case .initialDelay(let dueMs, _, _) = self { dueMs } else { nil }
  }

  var joinDueMs: Int64? {
    if case .everybody(let dueMs) = self { dueMs } else { nil }
  }

  /// The delay of a group that had no members, at most its rebalance timeout all in all
  /// (but at least one delay).
  static func initial(delayMs: Int64, rebalanceTimeoutMs: Int64, nowMs: Int64) -> JoinWait {
    .initialDelay(
      dueMs: nowMs + delayMs, lengthMs: delayMs,
      remainingMs: max(rebalanceTimeoutMs - delayMs, 0))
  }

  /// The timer fired (`tryCompleteInitialRebalanceElseSchedule`, `completeClassicGroupJoin`).
  consuming func timerFired(
    memberAdded: Bool, delayMs: Int64, nowMs: Int64
  ) -> (next: JoinWait, action: Action) {
    switch consume self {
    case .none:
      return (.none, .nothing)
    case .initialDelay(let dueMs, let lengthMs, let remainingMs) where nowMs < dueMs:
      return (
        .initialDelay(dueMs: dueMs, lengthMs: lengthMs, remainingMs: remainingMs), .nothing
      )
    case .initialDelay(_, let lengthMs, let remainingMs) where memberAdded && remainingMs > 0:
      let nextMs = min(delayMs, remainingMs)
      let next = JoinWait.initialDelay(
        dueMs: nowMs + nextMs, lengthMs: nextMs, remainingMs: max(remainingMs - lengthMs, 0))
      return (next, .extended(dueMs: nowMs + nextMs))
    case .everybody(let dueMs) where nowMs < dueMs:
      return (.everybody(dueMs: dueMs), .nothing)
    case .initialDelay, .everybody:
      return (.none, .completed)
    }
  }
}
