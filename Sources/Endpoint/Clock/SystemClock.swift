import Glibc
import NIOCore

/// Milliseconds since 1970 that only go forward: set once, then counted by the monotonic clock.
final class SystemClock: BrokerClock, Sendable {
  private let offsetMs: Int64
  private let loop: any EventLoop

  init(_ loop: any EventLoop) {
    offsetMs = Self.read(CLOCK_REALTIME) - Self.read(CLOCK_MONOTONIC)
    self.loop = loop
  }

  var nowMs: Int64 { Self.read(CLOCK_MONOTONIC) + offsetMs }

  func after(_ delayMs: Int64, _ action: @escaping () -> Void) -> Alarm {
    let delay = TimeAmount.milliseconds(max(0, delayMs))
    let task = loop.assumeIsolated().scheduleTask(in: delay, action)
    return Alarm { task.cancel() }
  }

  private static func read(_ clock: clockid_t) -> Int64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
  }
}
