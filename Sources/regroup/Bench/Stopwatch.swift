import Glibc

/// Measures in microseconds of the monotonic clock.
enum Stopwatch {
  static var nowUs: Int64 { Int64(nowNs / 1000) }

  static var nowNs: UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }

  /// The middle one of `runs` measurements.
  static func medianUs(runs: Int = 7, _ body: () -> Void) -> Int64 {
    let times = (0..<runs).map { _ in
      let start = nowUs
      body()
      return nowUs - start
    }
    return times.sorted()[runs / 2]
  }

  /// `1.25` of 1,250 µs.
  static func milliseconds(_ us: Int64) -> String {
    let hundredths = us / 10
    let tail = hundredths % 100
    return "\(hundredths / 100).\(tail < 10 ? "0" : "")\(tail)"
  }
}
