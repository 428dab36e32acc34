/// Reads Kafka's primitive types (big end first) from bytes that may be anything.
///
/// Every length is checked against the bytes left before something is allocated; what does not
/// fit throws, nothing traps. After an error the position is unspecified.
public struct ByteReader: Sendable {
  private let bytes: [UInt8]
  /// Where the next value begins, counted from the first byte.
  public private(set) var offset: Int
  private let end: Int

  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    offset = 0
    end = bytes.count
  }

  /// Bytes not read yet.
  public var left: Int { end - offset }

  /// An error at the present position, for checks of the caller's own.
  public func error(_ kind: ByteError.Kind) -> ByteError { ByteError(kind, offset: offset) }

  public mutating func int8() throws(ByteError) -> Int8 { Int8(bitPattern: try uint8()) }

  public mutating func uint8() throws(ByteError) -> UInt8 {
    try need(1)
    defer { offset += 1 }
    return bytes[offset]
  }

  public mutating func int16() throws(ByteError) -> Int16 {
    Int16(truncatingIfNeeded: try big(2))
  }

  public mutating func int32() throws(ByteError) -> Int32 {
    Int32(truncatingIfNeeded: try big(4))
  }

  public mutating func uint32() throws(ByteError) -> UInt32 {
    UInt32(truncatingIfNeeded: try big(4))
  }

  public mutating func int64() throws(ByteError) -> Int64 { Int64(bitPattern: try big(8)) }

  /// Any byte but 0 is true, as in Kafka.
  public mutating func bool() throws(ByteError) -> Bool { try uint8() != 0 }

  /// `count` bytes as they are.
  public mutating func raw(_ count: Int) throws(ByteError) -> [UInt8] {
    let place = try take(count)
    return Array(bytes[place])
  }

  /// The next `count` bytes as text; nil if they are not UTF-8. Without an array in between, as a
  /// leader reads many topic names.
  mutating func validated(_ count: Int) throws(ByteError) -> String? {
    let place = try take(count)
    guard let text = try? UTF8Span(validating: bytes.span.extracting(place)) else { return nil }
    return String(copying: text)
  }

  /// A STRING that is mostly one of `names`.
  mutating func topicName(_ names: TopicNames) throws(ByteError) -> TopicName {
    let start = offset
    let length = Int(try int16())
    if length >= 0 && length <= left,
      let name = names.name(bytes.span.extracting(offset..<offset + length))
    {
      offset += length
      return name
    }
    offset = start
    return TopicName(try string())
  }

  /// Passes over the next bytes if they are `place` of `other`.
  mutating func take(_ place: Range<Int>, of other: [UInt8]) -> Bool {
    if place.count > left { return false }
    let isSame = Self.areEqual(
      bytes.span.extracting(offset..<offset + place.count).bytes,
      other.span.extracting(place).bytes)
    if isSame { offset += place.count }
    return isSame
  }

  /// Eight bytes at a time, as a leader compares megabytes. Both have the same length.
  private static func areEqual(_ a: RawSpan, _ b: RawSpan) -> Bool {
    let end = a.byteCount
    let wordsEnd = end - end % 8
    for place in stride(from: 0, to: wordsEnd, by: 8) {
      let left = a.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self)
      if left != b.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self) { return false }
    }
    for place in wordsEnd..<end {
      let left = a.unsafeLoad(fromByteOffset: place, as: UInt8.self)
      if left != b.unsafeLoad(fromByteOffset: place, as: UInt8.self) { return false }
    }
    return true
  }

  /// Whatever is left.
  public mutating func rest() -> [UInt8] {
    defer { offset = end }
    return Array(bytes[offset..<end])
  }

  public mutating func skip(_ count: Int) throws(ByteError) {
    _ = try take(count)
  }

  /// Throws unless all was read.
  public func finish() throws(ByteError) {
    if left > 0 { throw error(.trailingBytes(left)) }
  }

  /// Passes over `count` bytes; returns where they are.
  private mutating func take(_ count: Int) throws(ByteError) -> Range<Int> {
    guard count >= 0 else { throw error(.negativeLength(Int64(count))) }
    try need(count)
    defer { offset += count }
    return offset..<offset + count
  }

  private func need(_ count: Int) throws(ByteError) {
    if count > left { throw error(.truncated(needed: count, left: left)) }
  }

  private mutating func big(_ count: Int) throws(ByteError) -> UInt64 {
    try need(count)
    var value: UInt64 = 0
    for index in offset..<offset + count { value = value << 8 | UInt64(bytes[index]) }
    offset += count
    return value
  }
}
