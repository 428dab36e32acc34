/// Cuts a stream of bytes into frames: four bytes of length, then as many bytes.
///
/// Whoever takes all whole frames out after each chunk never has more than one frame waiting. A
/// bad length ends the stream: the
/// same error comes again, since no later byte can be trusted.
public struct FrameDecoder: Sendable {
  /// `socket.request.max.bytes` has the same default.
  public static let defaultLimit = 104_857_600

  private let limit: Int
  private var buffer: [UInt8] = []
  private var start = 0

  /// `limit` in bytes, without the length itself.
  public init(limit: Int = FrameDecoder.defaultLimit) {
    precondition(limit >= 0, "a limit is not negative")
    self.limit = limit
  }

  /// Bytes that wait for the rest of their frame.
  public var waiting: Int { buffer.count - start }

  public mutating func append(_ chunk: [UInt8]) {
    if start == buffer.count {
      buffer = chunk
      start = 0
      return
    }
    // What was handed out goes first, or a stream that never pauses would never shrink.
    if start > buffer.count / 2 {
      buffer.removeFirst(start)
      start = 0
    }
    buffer.append(contentsOf: chunk)
  }

  /// The next whole frame, nil where more bytes are needed.
  public mutating func next() throws(WireError) -> [UInt8]? {
    guard waiting >= 4 else { return nil }
    let bits = buffer[start..<start + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    let length = Int(Int32(bitPattern: bits))
    guard length >= 0, length <= limit else {
      throw WireError(.frameLength(length, limit: limit))
    }
    guard waiting - 4 >= length else { return nil }
    let first = start + 4
    start = first + length
    return Array(buffer[first..<start])
  }
}
