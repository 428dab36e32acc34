import Glibc

/// Why something could not be written.
enum OutputError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The reader has gone away, as `head` does: no reason to complain.
  case closed
  case failed(name: String, Int32)

  var description: String {
    switch self {
    case .closed: "standard output is closed"
    case .failed(let name, let code): "\(name): \(String(cString: strerror(code)))"
    }
  }
}

extension Error {
  var isClosed: Bool { (self as? OutputError) == .closed }
}
