import Glibc

/// Standard output or a file, written in pieces of some kilobytes.
struct Output {
  private let descriptor: Int32
  private let name: String
  private var buffer: [UInt8] = []

  init() { self.init(STDOUT_FILENO, "standard output") }

  private init(_ descriptor: Int32, _ name: String) {
    self.descriptor = descriptor
    self.name = name
  }

  /// Opens a file anew; `-` is standard output.
  init(path: String) throws(OutputError) {
    if path == "-" {
      self.init()
      return
    }
    let opened = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard opened >= 0 else { throw .failed(name: path, errno) }
    self.init(opened, path)
  }

  /// Makes a file that must not be there yet.
  init(newPath path: String) throws(OutputError) {
    let opened = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard opened >= 0 else { throw .failed(name: path, errno) }
    self.init(opened, path)
  }

  /// Gives a file back to the system; what was not flushed is lost.
  func close() {
    if descriptor != STDOUT_FILENO { Glibc.close(descriptor) }
  }

  mutating func line(_ text: String) throws(OutputError) {
    buffer.append(contentsOf: text.utf8)
    buffer.append(UInt8(ascii: "\n"))
    if buffer.count >= Self.pieceBytes { try flush() }
  }

  /// As it is, without a line end.
  mutating func text(_ text: String) throws(OutputError) {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= Self.pieceBytes { try flush() }
  }

  mutating func flush() throws(OutputError) {
    guard !buffer.isEmpty else { return }
    let code = Self.writeAll(buffer, to: descriptor)
    buffer.removeAll(keepingCapacity: true)
    guard code != 0 else { return }
    throw code == EPIPE ? .closed : .failed(name: name, code)
  }

  private static let pieceBytes = 16_384

  /// Writes all bytes; 0, or the error.
  @discardableResult
  static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    bytes.withUnsafeBytes { all in
      var rest = UnsafeRawBufferPointer(rebasing: all[...])
      while let start = rest.baseAddress, rest.count > 0 {
        let count = write(descriptor, start, rest.count)
        if count < 0, errno == EINTR { continue }
        if count < 0, errno == EAGAIN {
          var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
          poll(&ready, 1, -1)
          continue
        }
        guard count > 0 else { return errno }
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      }
      return 0
    }
  }
}
