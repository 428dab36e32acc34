import Glibc

/// Milliseconds since 1970 that only go forward: set once, then counted by the monotonic clock.
struct SystemClock {
  private let offsetMs: Int64

  init(startsAtMs: Int64?) {
    offsetMs = (startsAtMs ?? Self.read(CLOCK_REALTIME)) - Self.read(CLOCK_MONOTONIC)
  }

  var nowMs: Int64 { Self.read(CLOCK_MONOTONIC) + offsetMs }

  private static func read(_ clock: clockid_t) -> Int64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
  }
}
