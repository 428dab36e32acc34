extension Uuid {
  /// Reads Kafka's text form; nil if it is none.
  public init?(_ text: String) {
    guard text.utf8.count == 22 else { return nil }
    self = .zero
    for (place, byte) in text.utf8.enumerated() {
      guard let digit = Self.digit(byte) else { return nil }
      // 22 digits of six bits: of the last one only two belong to the 128.
      let shift: UInt64 = place == 21 ? 2 : 6
      if place == 21 && digit & 15 != 0 { return nil }
      high = high << shift | low >> (64 - shift)
      low = low << shift | digit >> (6 - shift)
    }
  }

  private static func digit(_ byte: UInt8) -> UInt64? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt64(byte - UInt8(ascii: "A"))
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt64(byte - UInt8(ascii: "a")) + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(byte - UInt8(ascii: "0")) + 52
    case UInt8(ascii: "-"): 62
    case UInt8(ascii: "_"): 63
    default: nil
    }
  }
}
