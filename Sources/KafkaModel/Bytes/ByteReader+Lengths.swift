/// Strings, bytes and counts. Compact lengths (KIP-482) are varints of length + 1, 0 = null.
extension ByteReader {
  /// NULLABLE_STRING or COMPACT_NULLABLE_STRING.
  public mutating func nullableString(compact: Bool = false) throws(ByteError) -> String? {
    guard let length = try length(compact: compact, wide: false) else { return nil }
    return try text(length)
  }

  /// STRING or COMPACT_STRING.
  public mutating func string(compact: Bool = false) throws(ByteError) -> String {
    let start = offset
    guard let value = try nullableString(compact: compact) else {
      throw ByteError(.unexpectedNull, offset: start)
    }
    return value
  }

  /// NULLABLE_BYTES or COMPACT_NULLABLE_BYTES.
  public mutating func nullableBytes(compact: Bool = false) throws(ByteError) -> [UInt8]? {
    guard let length = try length(compact: compact, wide: true) else { return nil }
    return try raw(length)
  }

  /// BYTES or COMPACT_BYTES.
  public mutating func bytes(compact: Bool = false) throws(ByteError) -> [UInt8] {
    let start = offset
    guard let value = try nullableBytes(compact: compact) else {
      throw ByteError(.unexpectedNull, offset: start)
    }
    return value
  }

  /// The count of an array, nil = null; never more than elements of `minBytes` each could fit.
  public mutating func nullableCount(
    compact: Bool = false, minBytes: Int = 1
  ) throws(ByteError) -> Int? {
    let start = offset
    guard let count = try length(compact: compact, wide: true) else { return nil }
    if count > left / max(minBytes, 1) {
      throw ByteError(.countBeyondEnd(count: Int64(count), left: left), offset: start)
    }
    return count
  }

  /// As `nullableCount`, where null is an error.
  public mutating func count(
    compact: Bool = false, minBytes: Int = 1
  ) throws(ByteError) -> Int {
    let start = offset
    guard let count = try nullableCount(compact: compact, minBytes: minBytes) else {
      throw ByteError(.unexpectedNull, offset: start)
    }
    return count
  }

  private mutating func length(compact: Bool, wide: Bool) throws(ByteError) -> Int? {
    let start = offset
    if compact {
      let raw = try unsignedVarint()
      return raw == 0 ? nil : Int(raw) - 1
    }
    let length = wide ? Int(try int32()) : Int(try int16())
    if length == -1 { return nil }
    if length < 0 { throw ByteError(.negativeLength(Int64(length)), offset: start) }
    return length
  }

  private mutating func text(_ count: Int) throws(ByteError) -> String {
    guard let text = try validated(count) else {
      throw ByteError(.invalidUTF8, offset: offset - count)
    }
    return text
  }
}
