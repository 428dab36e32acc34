extension ByteReader {
  /// UNSIGNED_VARINT: seven bits a byte, low ones first, at most five bytes.
  public mutating func unsignedVarint() throws(ByteError) -> UInt32 {
    let value = try base128(maxBytes: 5)
    guard let narrow = UInt32(exactly: value) else { throw error(.varintTooLong) }
    return narrow
  }

  /// VARINT: zigzag, as in records.
  public mutating func varint() throws(ByteError) -> Int32 {
    let value = try unsignedVarint()
    return Int32(bitPattern: value >> 1) ^ -Int32(bitPattern: value & 1)
  }

  /// VARLONG: zigzag, at most ten bytes.
  public mutating func varlong() throws(ByteError) -> Int64 {
    let value = try base128(maxBytes: 10)
    return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
  }

  private mutating func base128(maxBytes: Int) throws(ByteError) -> UInt64 {
    let start = offset
    var value: UInt64 = 0
    for index in 0..<maxBytes {
      let byte = try uint8()
      // The tenth byte has room for one bit.
      if index == 9 && byte > 1 { throw ByteError(.varintTooLong, offset: start) }
      value |= UInt64(byte & 0x7F) << UInt64(7 * index)
      if byte & 0x80 == 0 { return value }
    }
    throw ByteError(.varintTooLong, offset: start)
  }
}
