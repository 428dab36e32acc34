import Coordinator
import KafkaModel

/// The coordinator's timers: when each is due, and whether a wake-up for it is queued already.
///
/// A session is set anew with each heartbeat; instead of a queue entry each time, the queued one
/// is put back when it comes too early.
struct TimerBook: Sendable {
  private struct Entry: Sendable {
    var dueMs: Int64
    var queuedMs: Int64
  }

  private var entries = Index<CoordinatorTimer, Entry>()

  /// True if an event must be queued at `atMs`.
  mutating func set(_ timer: CoordinatorTimer, atMs: Int64) -> Bool {
    if let entry = entries[timer], entry.queuedMs <= atMs {
      entries[timer]?.dueMs = atMs
      return false
    }
    entries[timer] = Entry(dueMs: atMs, queuedMs: atMs)
    return true
  }

  mutating func cancel(_ timer: CoordinatorTimer) {
    // The queued event stays and finds nothing due.
    if entries[timer] != nil { entries[timer]?.dueMs = .max }
  }

  enum Verdict { case fire, stale, later(Int64) }

  /// What to do with an event that was queued for this timer.
  mutating func reached(_ timer: CoordinatorTimer, nowMs: Int64) -> Verdict {
    guard let entry = entries[timer], entry.queuedMs == nowMs else { return .stale }
    if entry.dueMs <= nowMs {
      entries[timer] = nil
      return .fire
    }
    if entry.dueMs == .max {
      entries[timer] = nil
      return .stale
    }
    entries[timer]?.queuedMs = entry.dueMs
    return .later(entry.dueMs)
  }
}
