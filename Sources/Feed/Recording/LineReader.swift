import KafkaModel

/// Takes one line apart, field by field in the order they were written; nothing in it can trap.
struct LineReader {
  private var tokens: ArraySlice<ArraySlice<UInt8>>

  init(_ line: String) throws(LineFault) {
    guard line.utf8.count <= RecordingLimits.lineBytes else { throw .tooLong }
    tokens = Array(line.utf8).split(separator: 0x20)[...]
  }

  mutating func word() throws(LineFault) -> String {
    guard let token = tokens.popFirst() else { throw .ends }
    return String(decoding: token, as: UTF8.self)
  }

  /// Nothing may be left.
  func end() throws(LineFault) {
    if let token = tokens.first { throw .surplus(String(decoding: token, as: UTF8.self)) }
  }

  /// The raw value of the next field, if that has this key.
  private mutating func raw(_ key: String) -> ArraySlice<UInt8>? {
    guard let token = tokens.first, token.starts(with: key.utf8) else { return nil }
    let rest = token.dropFirst(key.utf8.count)
    guard rest.first == UInt8(ascii: "=") else { return nil }
    tokens.removeFirst()
    return rest.dropFirst()
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
    guard let text = try textIfAny(key) else { return nil }
    guard let number = Number(text), range.contains(number) else { throw .badValue(key) }
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
