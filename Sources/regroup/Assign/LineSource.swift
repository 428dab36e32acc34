import Glibc

/// The lines of a file or of standard input, as bytes, without their ends.
struct LineSource {
  enum Line: Hashable {
    case bytes([UInt8])
    /// Longer than it may be; it was passed over.
    case tooLong
  }

  private let descriptor: Int32
  private let name: String
  private let greatestLength: Int
  private var buffer: [UInt8] = []
  private var start = 0
  private var hasEnded = false

  /// Ten times what 2,000 members with 100,000 partitions take.
  static let greatestLength = 128 << 20

  /// - Parameter path: `-` is standard input.
  init(path: String, greatestLength: Int = Self.greatestLength) throws {
    name = path == "-" ? "standard input" : path
    self.greatestLength = greatestLength
    descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { throw failure(errno) }
  }

  private func failure(_ code: Int32) -> Failure {
    .failed("cannot read \(name): \(String(cString: strerror(code)))")
  }

  /// nil at the end.
  mutating func next() throws -> Line? {
    var isTooLong = false
    var searched = start
    while true {
      let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n"))
      if end != nil || hasEnded && (start < buffer.count || isTooLong) {
        let line = start..<(end ?? buffer.count)
        start = min(line.upperBound + 1, buffer.count)
        return isTooLong || line.count > greatestLength ? .tooLong : .bytes(Array(buffer[line]))
      }
      if hasEnded { return nil }
      // What is too long already is not kept.
      if buffer.count - start > greatestLength { isTooLong = true }
      if isTooLong { start = buffer.count }
      searched = buffer.count - start
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
