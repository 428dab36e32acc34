/// Names inside a line: what would end a field or a part of it is `%` and two hex digits.
enum RecordingEscape {
  private static let percent = UInt8(ascii: "%")

  /// True of the bytes that have a meaning between fields: blanks and controls, `%`, `=`, `,`.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == 0x7F || byte == percent || byte == UInt8(ascii: "=")
      || byte == UInt8(ascii: ",")
  }

  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: isSpecial) else { return text }
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if isSpecial(byte) {
        bytes += [percent, digits[Int(byte >> 4)], digits[Int(byte & 0xF)]]
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// nil where an escape is cut off or the bytes are not UTF-8.
  static func plain(_ bytes: ArraySlice<UInt8>) -> String? {
    guard bytes.contains(percent) else { return String(validating: bytes, as: UTF8.self) }
    var plain: [UInt8] = []
    var rest = bytes
    while let byte = rest.popFirst() {
      guard byte == percent else {
        plain.append(byte)
        continue
      }
      guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit)
      else { return nil }
      plain.append(high << 4 | low)
    }
    return String(validating: plain, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
