import Export

/// Reads one JSON document; what is none is an error at a byte.
struct JsonReader {
  struct Malformed: Error, Hashable {
    var text: String
    /// Counted from 1.
    var column: Int
  }

  private let bytes: [UInt8]
  private var offset = 0
  private var depth = 0
  private static let greatestDepth = 64

  static func read(_ bytes: [UInt8]) throws(Malformed) -> JsonValue {
    var reader = JsonReader(bytes: bytes)
    let value = try reader.value()
    reader.skipBlanks()
    if reader.offset < bytes.count { throw reader.malformed("something after the end") }
    return value
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private func malformed(_ text: String) -> Malformed {
    Malformed(text: text, column: offset + 1)
  }

  private mutating func value() throws(Malformed) -> JsonValue {
    skipBlanks()
    guard offset < bytes.count else { throw malformed("a value is missing") }
    switch bytes[offset] {
    case UInt8(ascii: "{"): return try nested { (self) throws(Malformed) in try self.object() }
    case UInt8(ascii: "["): return try nested { (self) throws(Malformed) in try self.array() }
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func nested(
    _ read: (inout JsonReader) throws(Malformed) -> JsonValue
  ) throws(Malformed) -> JsonValue {
    if depth == Self.greatestDepth { throw malformed("nested too deeply") }
    depth += 1
    defer { depth -= 1 }
    offset += 1
    return try read(&self)
  }

  private mutating func object() throws(Malformed) -> JsonValue {
    var members: [JsonValue.Member] = []
    if take(UInt8(ascii: "}")) { return .object(members) }
    while true {
      skipBlanks()
      let name = try string()
      guard take(UInt8(ascii: ":")) else { throw malformed("a colon is missing") }
      members.append(JsonValue.Member(name, try value()))
      if take(UInt8(ascii: "}")) { return .object(members) }
      guard take(UInt8(ascii: ",")) else { throw malformed("a comma or } is missing") }
    }
  }

  private mutating func array() throws(Malformed) -> JsonValue {
    var items: [JsonValue] = []
    if take(UInt8(ascii: "]")) { return .array(items) }
    while true {
      items.append(try value())
      if take(UInt8(ascii: "]")) { return .array(items) }
      guard take(UInt8(ascii: ",")) else { throw malformed("a comma or ] is missing") }
    }
  }

  private mutating func word(_ word: String, _ value: JsonValue) throws(Malformed) -> JsonValue {
    guard bytes[offset...].starts(with: word.utf8) else { throw malformed("no JSON value") }
    offset += word.utf8.count
    return value
  }

  /// A fraction, or a number that 64 bits cannot hold, comes out as its text.
  private mutating func number() throws(Malformed) -> JsonValue {
    let start = offset
    if bytes[offset] == UInt8(ascii: "-") { offset += 1 }
    let first = offset
    let digits = skipDigits()
    var isWhole = true
    var isComplete = digits == 1 || digits > 1 && bytes[first] != UInt8(ascii: "0")
    if isComplete, offset < bytes.count, bytes[offset] == UInt8(ascii: ".") {
      offset += 1
      isWhole = false
      isComplete = skipDigits() > 0
    }
    if isComplete, offset < bytes.count, bytes[offset] | 0x20 == UInt8(ascii: "e") {
      offset += 1
      isWhole = false
      if offset < bytes.count, bytes[offset] == 0x2B || bytes[offset] == 0x2D { offset += 1 }
      isComplete = skipDigits() > 0
    }
    guard isComplete else {
      offset = start
      throw malformed("no JSON value")
    }
    let text = String(decoding: bytes[start..<offset], as: UTF8.self)
    return isWhole ? Int64(text).map(JsonValue.integer) ?? .string(text) : .string(text)
  }

  /// Returns how many.
  private mutating func skipDigits() -> Int {
    let start = offset
    while offset < bytes.count, bytes[offset] >= 48, bytes[offset] <= 57 { offset += 1 }
    return offset - start
  }

  /// From the opening quote to the closing one.
  private mutating func string() throws(Malformed) -> String {
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") else {
      throw malformed("a string is missing")
    }
    offset += 1
    let start = offset
    while offset < bytes.count, bytes[offset] >= 0x20 {
      if bytes[offset] == UInt8(ascii: "\"") {
        defer { offset += 1 }
        return try text(Array(bytes[start..<offset]))
      }
      if bytes[offset] == UInt8(ascii: "\\") { return try escaped(from: start) }
      offset += 1
    }
    throw malformed("a string does not end")
  }

  private func text(_ bytes: [UInt8]) throws(Malformed) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw malformed("a string is not UTF-8")
    }
    return text
  }

  /// The rare string with escapes.
  private mutating func escaped(from start: Int) throws(Malformed) -> String {
    var out = Array(bytes[start..<offset])
    while offset < bytes.count, bytes[offset] >= 0x20 {
      let byte = bytes[offset]
      offset += 1
      if byte == UInt8(ascii: "\"") { return try text(out) }
      if byte == UInt8(ascii: "\\") {
        out.append(contentsOf: Array(String(try escape()).utf8))
      } else {
        out.append(byte)
      }
    }
    throw malformed("a string does not end")
  }

  private mutating func escape() throws(Malformed) -> Character {
    guard offset < bytes.count else { throw malformed("a string does not end") }
    let byte = bytes[offset]
    offset += 1
    switch byte {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{c}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return Character(try scalar())
    default: throw malformed("no escape that JSON knows")
    }
  }

  /// Four digits, or two times four for what lies beyond them.
  private mutating func scalar() throws(Malformed) -> Unicode.Scalar {
    let first = try unit()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, bytes[offset...].starts(with: "\\u".utf8) else {
      throw malformed("half a surrogate pair")
    }
    offset += 2
    let second = try unit()
    let value = 0x10000 + (first - 0xD800) << 10 + (second & 0x3FF)
    guard (0xDC00...0xDFFF).contains(second), let scalar = Unicode.Scalar(value) else {
      throw malformed("half a surrogate pair")
    }
    return scalar
  }

  private mutating func unit() throws(Malformed) -> UInt32 {
    guard bytes.count - offset >= 4,
      bytes[offset..<offset + 4].allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let unit = UInt32(String(decoding: bytes[offset..<offset + 4], as: UTF8.self), radix: 16)
    else { throw malformed("four hexadecimal digits are missing") }
    offset += 4
    return unit
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skipBlanks()
    guard offset < bytes.count, bytes[offset] == byte else { return false }
    offset += 1
    return true
  }

  private mutating func skipBlanks() {
    while offset < bytes.count, Self.isBlank(bytes[offset]) { offset += 1 }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A
  }
}
