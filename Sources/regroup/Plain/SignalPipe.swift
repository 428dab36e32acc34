import Glibc

/// SIGINT, SIGTERM and SIGHUP as bytes in a pipe.
struct SignalPipe {
  private let reading: Int32

  init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    reading = ends[0]
    SignalPipeEnd.descriptor = ends[1]
    for number in [SIGINT, SIGTERM, SIGHUP] {
      signal(number) { SignalPipeEnd.note($0) }
    }
  }

  /// Waits for a signal, the time, or a descriptor to be readable; a signal is the end.
  func wait(atMostMs: Int64, watching descriptor: Int32?) -> Ending? {
    var watched = [
      pollfd(fd: reading, events: Int16(POLLIN), revents: 0),
      pollfd(fd: descriptor ?? -1, events: Int16(POLLIN), revents: 0),
    ]
    poll(&watched, nfds_t(watched.count), Int32(clamping: max(0, atMostMs)))
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
