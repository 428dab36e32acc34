/// Writes Kafka's primitive types, big end first; the counterpart of `ByteReader`.
public struct ByteWriter: Sendable {
  public private(set) var bytes: [UInt8] = []

  /// - Parameter capacity: about how many bytes it will be, to have room for them at once.
  public init(capacity: Int = 0) {
    if capacity > 0 { bytes.reserveCapacity(capacity) }
  }

  public mutating func int8(_ value: Int8) { bytes.append(UInt8(bitPattern: value)) }
  public mutating func uint8(_ value: UInt8) { bytes.append(value) }
  public mutating func int16(_ value: Int16) { big(value) }
  public mutating func int32(_ value: Int32) { big(value) }
  public mutating func uint32(_ value: UInt32) { big(value) }
  public mutating func int64(_ value: Int64) { big(value) }
  public mutating func bool(_ value: Bool) { bytes.append(value ? 1 : 0) }
  public mutating func raw(_ more: [UInt8]) { bytes.append(contentsOf: more) }

  /// UNSIGNED_VARINT.
  public mutating func unsignedVarint(_ value: UInt32) { base128(UInt64(value)) }

  /// VARINT: zigzag.
  public mutating func varint(_ value: Int32) {
    base128(UInt64(UInt32(bitPattern: (value << 1) ^ (value >> 31))))
  }

  /// VARLONG: zigzag.
  public mutating func varlong(_ value: Int64) {
    base128(UInt64(bitPattern: (value << 1) ^ (value >> 63)))
  }

  /// STRING, COMPACT_STRING or their nullable forms; at most 32,767 bytes, as in Kafka.
  public mutating func string(_ text: String?, compact: Bool = false) throws(ByteError) {
    guard let text else { return null(compact: compact, wide: false) }
    let count = text.utf8.count
    guard count <= Int(Int16.max) else { throw ByteError(.tooLong(count), offset: bytes.count) }
    if compact { unsignedVarint(UInt32(count) + 1) } else { int16(Int16(count)) }
    bytes.append(contentsOf: text.utf8)
  }

  /// BYTES, COMPACT_BYTES or their nullable forms.
  public mutating func bytes(_ value: [UInt8]?, compact: Bool = false) throws(ByteError) {
    try count(value?.count, compact: compact)
    bytes.append(contentsOf: value ?? [])
  }

  /// The count before an array's elements; nil = null.
  public mutating func count(_ count: Int?, compact: Bool = false) throws(ByteError) {
    guard let count else { return null(compact: compact, wide: true) }
    guard let narrow = Int32(exactly: count) else {
      throw ByteError(.tooLong(count), offset: bytes.count)
    }
    if compact { unsignedVarint(UInt32(narrow) + 1) } else { int32(narrow) }
  }

  /// Puts four bytes where `int32(0)` held the place for a length or a checksum.
  public mutating func patch(uint32 value: UInt32, at offset: Int) {
    precondition(offset >= 0 && offset + 4 <= bytes.count, "nothing to patch there")
    for index in 0..<4 {
      bytes[offset + index] = UInt8(truncatingIfNeeded: value >> UInt32(24 - 8 * index))
    }
  }

  private mutating func null(compact: Bool, wide: Bool) {
    if compact { bytes.append(0) } else if wide { int32(-1) } else { int16(-1) }
  }

  private mutating func big(_ value: some FixedWidthInteger) {
    withUnsafeBytes(of: value.bigEndian) { bytes.append(contentsOf: $0) }
  }

  private mutating func base128(_ value: UInt64) {
    var rest = value
    while rest > 0x7F {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }
}
