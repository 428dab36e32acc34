/// What time it is, and what is to be done later. All of it happens on the broker's event loop.
protocol BrokerClock: AnyObject {
  /// Milliseconds since 1970; never goes back.
  var nowMs: Int64 { get }

  /// Does it once so much time has gone by, unless the alarm is cancelled before.
  @discardableResult
  func after(_ delayMs: Int64, _ action: @escaping () -> Void) -> Alarm
}

/// Something that a clock will do.
final class Alarm {
  private let stop: () -> Void

  init(_ stop: @escaping () -> Void) { self.stop = stop }

  func cancel() { stop() }
}
