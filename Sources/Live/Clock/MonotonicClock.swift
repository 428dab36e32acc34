import Glibc

/// Milliseconds since a live source began, the same in all its processes.
public struct MonotonicClock: Hashable, Sendable {
  /// The system's monotonic clock when it began.
  public let originMs: Int64

  public init(originMs: Int64 = MonotonicClock.systemMs()) { self.originMs = originMs }

  public var nowMs: Int64 { Self.systemMs() - originMs }

  /// Since some moment before the system's start; equal in all processes of a machine.
  public static func systemMs() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
  }

  /// Since 1970, for the timestamps in records.
  public static func wallMs() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
  }
}
