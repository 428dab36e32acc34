/// CRC-32C (Castagnoli, RFC 3720 appendix B.4): the checksum of record batches.
public enum Crc32C {
  /// The checksum of `bytes[from...]`.
  public static func checksum(_ bytes: [UInt8], from start: Int = 0) -> UInt32 {
    checksum(bytes, in: start..<bytes.count)
  }

  /// The checksum of a part of `bytes`.
  public static func checksum(_ bytes: [UInt8], in range: Range<Int>) -> UInt32 {
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in bytes[range] {
      crc = (crc >> 8) ^ table[Int((crc ^ UInt32(byte)) & 0xFF)]
    }
    return ~crc
  }

  private static let table: [UInt32] = (0..<256).map { index in
    var value = UInt32(index)
    for _ in 0..<8 {
      value = value & 1 == 1 ? (value >> 1) ^ 0x82F6_3B78 : value >> 1
    }
    return value
  }
}
