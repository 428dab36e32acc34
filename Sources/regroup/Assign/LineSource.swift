import Glibc

/// The lines of a file or of standard input, as bytes, without their ends.
struct LineSource {
  private let descriptor: Int32
  private let name: String
  private var buffer: [UInt8] = []
  private var start = 0
  private var hasEnded = false

  /// - Parameter path: `-` is standard input.
  init(path: String) throws {
    name = path == "-" ? "standard input" : path
    descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { throw failure(errno) }
  }

  private func failure(_ code: Int32) -> Failure {
    .failed("cannot read \(name): \(String(cString: strerror(code)))")
  }

  /// nil at the end.
  mutating func next() throws -> [UInt8]? {
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        defer { start = end + 1 }
        return Array(buffer[start..<end])
      }
      searched = buffer.count
      if hasEnded {
        defer { start = buffer.count }
        return start < buffer.count ? Array(buffer[start...]) : nil
      }
      searched -= start
      try fill()
    }
  }

  /// Drops what was handed out and reads some more.
  private mutating func fill() throws {
    buffer.removeSubrange(..<start)
    start = 0
    var piece = [UInt8](repeating: 0, count: 262_144)
    var count = read(descriptor, &piece, piece.count)
    while count < 0 && errno == EINTR { count = read(descriptor, &piece, piece.count) }
    if count < 0 { throw failure(errno) }
    if count == 0 { hasEnded = true }
    buffer += piece[..<count]
  }
}
