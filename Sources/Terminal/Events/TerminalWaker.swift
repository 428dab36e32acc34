import Glibc

/// Ends the wait of the event loop from another thread.
public struct TerminalWaker: Sendable {
  let descriptor: Int32

  /// Makes ``TerminalSession/nextEvent(timeoutMs:)`` return ``TerminalEvent/woken``. Calls that
  /// come before the loop looks count as one. Safe on every thread.
  public func wake() {
    var byte: UInt8 = 0
    _ = write(descriptor, &byte, 1)
  }
}
