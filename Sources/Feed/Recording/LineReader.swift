import KafkaModel

/// Takes one line apart, field by field in the order they were written; nothing in it can trap.
struct LineReader {
  /// From the first byte of the next token on.
  private var rest: ArraySlice<UInt8>
  private static let blank: UInt8 = 0x20

  init(_ line: String) throws(LineFault) { try self.init(bytes: Array(line.utf8)[...]) }

  init(bytes: ArraySlice<UInt8>) throws(LineFault) {
    guard bytes.count <= RecordingLimits.lineBytes else { throw .tooLong }
    rest = bytes.drop { $0 == Self.blank }
  }

  private mutating func token() -> ArraySlice<UInt8>? {
    guard !rest.isEmpty else { return nil }
    let token = rest.prefix { $0 != Self.blank }
    rest = rest[token.endIndex...].drop { $0 == Self.blank }
    return token
  }

  /// All that is left, as it is.
  mutating func remainder() -> String {
    defer { rest = [] }
    return String(decoding: rest, as: UTF8.self)
  }

  mutating func word() throws(LineFault) -> String {
    guard let token = token() else { throw .ends }
    return String(decoding: token, as: UTF8.self)
  }

  /// The whole number that comes next.
  mutating func time() throws(LineFault) -> Int64 {
    guard let token = token() else { throw .ends }
    guard let timeMs = Self.number(token) as Int64?, RecordingLimits.timesMs.contains(timeMs)
    else { throw .badValue("time") }
    return timeMs
  }

  /// Whether the next token begins with that byte, which is passed over if so.
  mutating func skip(_ byte: Character) -> Bool {
    guard let value = byte.asciiValue, rest.first == value else { return false }
    rest = rest.dropFirst()
    return true
  }

  /// Whether the next token is that word, which is passed over if so.
  mutating func skip(wholeWord word: String) -> Bool {
    guard rest.starts(with: word.utf8) else { return false }
    let end = rest.startIndex + word.utf8.count
    guard end == rest.endIndex || rest[end] == Self.blank else { return false }
    rest = rest[end...].drop { $0 == Self.blank }
    return true
  }

  /// Nothing may be left.
  mutating func end() throws(LineFault) {
    if let token = token() { throw .surplus(String(decoding: token, as: UTF8.self)) }
  }

  /// The raw value of the next field, if that has this key.
  private mutating func raw(_ key: String) -> ArraySlice<UInt8>? {
    guard rest.starts(with: key.utf8) else { return nil }
    let mark = rest.startIndex + key.utf8.count
    guard mark < rest.endIndex, rest[mark] == UInt8(ascii: "=") else { return nil }
    return token()?[(mark + 1)...]
  }

  /// Decimal digits, with a sign before them if need be; nil for anything else.
  static func number<Number: FixedWidthInteger>(_ bytes: ArraySlice<UInt8>) -> Number? {
    let isNegative = bytes.first == UInt8(ascii: "-")
    let digits = isNegative ? bytes.dropFirst() : bytes
    guard !digits.isEmpty else { return nil }
    var number: Number = 0
    for digit in digits {
      guard (0x30...0x39).contains(digit) else { return nil }
      let value = Number(truncatingIfNeeded: digit - 0x30)
      let (tens, isTooLong) = number.multipliedReportingOverflow(by: 10)
      let (next, isTooLarge) =
        isNegative ? tens.subtractingReportingOverflow(value) : tens.addingReportingOverflow(value)
      guard !isTooLong, !isTooLarge else { return nil }
      number = next
    }
    return number
  }

  mutating func textIfAny(_ key: String) throws(LineFault) -> String? {
    guard let bytes = raw(key) else { return nil }
    guard let text = RecordingEscape.plain(bytes) else { throw .badValue(key) }
    return text
  }

  mutating func text(_ key: String) throws(LineFault) -> String {
    guard let text = try textIfAny(key) else { throw .missing(key) }
    return text
  }

  mutating func id<Kind>(_ key: String) throws(LineFault) -> Id<Kind> { Id(try text(key)) }

  mutating func numberIfAny<Number: FixedWidthInteger>(
    _ key: String, in range: ClosedRange<Number> = Number.min...Number.max
  ) throws(LineFault) -> Number? {
    guard let bytes = raw(key) else { return nil }
    guard let number = Self.number(bytes) as Number?, range.contains(number) else {
      throw .badValue(key)
    }
    return number
  }

  mutating func number<Number: FixedWidthInteger>(
    _ key: String, in range: ClosedRange<Number> = Number.min...Number.max
  ) throws(LineFault) -> Number {
    guard let number = try numberIfAny(key, in: range) else { throw .missing(key) }
    return number
  }

  /// The case that is called so.
  mutating func one<Case>(
    of cases: [Case], _ key: String, named name: (Case) -> String
  ) throws(LineFault) -> Case {
    let text = try text(key)
    guard let found = cases.first(where: { name($0) == text }) else { throw .badValue(key) }
    return found
  }

  /// The fields with this key that come next, one text each.
  mutating func texts(_ key: String) throws(LineFault) -> [String] {
    var list: [String] = []
    for parts in try parts(key) {
      guard parts.count == 1 else { throw .badValue(key) }
      list.append(parts[0])
    }
    return list
  }

  /// Each of the fields with this key that come next, taken apart at its commas.
  mutating func parts(_ key: String) throws(LineFault) -> [[String]] {
    var list: [[String]] = []
    while let bytes = raw(key) {
      var parts: [String] = []
      for part in bytes.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
        guard let text = RecordingEscape.plain(part) else { throw .badValue(key) }
        parts.append(text)
      }
      list.append(parts)
    }
    return list
  }
}
