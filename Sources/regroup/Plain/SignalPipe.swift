import Glibc

/// SIGINT, SIGTERM, SIGHUP and wakes from other threads as bytes in a pipe.
struct SignalPipe {
  private let reading: Int32

  /// Ends a wait; safe on every thread.
  let wake: @Sendable () -> Void

  init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    reading = ends[0]
    let writing = ends[1]
    SignalPipeEnd.descriptor = writing
    wake = {
      var byte: UInt8 = 0
      _ = write(writing, &byte, 1)
    }
    for number in [SIGINT, SIGTERM, SIGHUP] {
      signal(number) { SignalPipeEnd.note($0) }
    }
  }

  /// Waits for a wake, a signal, or the time; a signal is the end.
  func wait(atMostMs: Int64) -> Ending? {
    var watched = pollfd(fd: reading, events: Int16(POLLIN), revents: 0)
    poll(&watched, 1, Int32(clamping: max(0, atMostMs)))
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = read(reading, &bytes, bytes.count)
    for byte in bytes.prefix(max(0, count)) {
      switch Int32(byte) {
      case SIGINT: return .interrupted
      case SIGTERM: return .terminated
      case SIGHUP: return .hungUp
      default: break
      }
    }
    return nil
  }
}

/// A signal handler can reach globals only; this one is set before any handler is.
enum SignalPipeEnd {
  nonisolated(unsafe) static var descriptor: Int32 = -1

  static func note(_ number: Int32) {
    var byte = UInt8(truncatingIfNeeded: number)
    _ = write(descriptor, &byte, 1)
  }
}
