import Glibc

/// Sockets that never block and that no child process inherits.
enum NotesSocket {
  /// Negative where there is no descriptor left.
  static func open() -> Int32 {
    let kind = SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue
    return socket(AF_UNIX, Int32(kind), 0)
  }

  /// Negative where nobody waits, or no descriptor is left.
  static func accept(from listener: Int32) -> Int32 {
    let accepted = Glibc.accept(listener, nil, nil)
    guard accepted >= 0 else { return accepted }
    _ = fcntl(accepted, F_SETFD, FD_CLOEXEC)
    _ = fcntl(accepted, F_SETFL, O_NONBLOCK)
    return accepted
  }

  static func with<Result>(
    _ address: sockaddr_un, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result
  ) -> Result {
    withUnsafeBytes(of: address) { bytes in
      bytes.withMemoryRebound(to: sockaddr.self) { memory in
        // An address has its length, so there is one to point at.
        guard let start = memory.baseAddress else { preconditionFailure("an address has bytes") }
        return body(start, socklen_t(bytes.count))
      }
    }
  }
}
