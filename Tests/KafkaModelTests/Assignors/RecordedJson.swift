/// A small JSON reader for the recorded assignments: an unoptimised build reads them in a second,
/// which Codable does not.
indirect enum RecordedJson {
  case object([(key: String, value: RecordedJson)])
  case array([RecordedJson])
  case string(String)
  case number(Int)
  case null

  struct Malformed: Error {
    var offset: Int
  }

  init(_ bytes: [UInt8]) throws {
    var reader = Reader(bytes: bytes)
    self = try reader.value()
    if reader.offset != bytes.count { throw Malformed(offset: reader.offset) }
  }

  subscript(key: String) -> RecordedJson? {
    guard case .object(let fields) = self else { return nil }
    return fields.first { $0.key == key }?.value
  }

  var fields: [(key: String, value: RecordedJson)] {
    if case .object(let fields) = self { fields } else { [] }
  }
  var items: [RecordedJson] { if case .array(let items) = self { items } else { [] } }
  var text: String? { if case .string(let text) = self { text } else { nil } }
  var number: Int? { if case .number(let number) = self { number } else { nil } }

  /// Reads what was written without spaces or escapes.
  private struct Reader {
    let bytes: [UInt8]
    var offset = 0

    mutating func value() throws -> RecordedJson {
      switch try peek() {
      case UInt8(ascii: "{"): return .object(try object())
      case UInt8(ascii: "["): return .array(try array())
      case UInt8(ascii: "\""): return .string(try string())
      case UInt8(ascii: "n"):
        offset += 4
        return .null
      default: return .number(try number())
      }
    }

    private func peek() throws -> UInt8 {
      guard offset < bytes.count else { throw Malformed(offset: offset) }
      return bytes[offset]
    }

    private mutating func skip(_ byte: UInt8) throws -> Bool {
      guard try peek() == byte else { return false }
      offset += 1
      return true
    }

    private mutating func object() throws -> [(key: String, value: RecordedJson)] {
      offset += 1
      var fields: [(key: String, value: RecordedJson)] = []
      if try skip(UInt8(ascii: "}")) { return fields }
      while true {
        let key = try string()
        guard try skip(UInt8(ascii: ":")) else { throw Malformed(offset: offset) }
        fields.append((key, try value()))
        if try skip(UInt8(ascii: "}")) { return fields }
        guard try skip(UInt8(ascii: ",")) else { throw Malformed(offset: offset) }
      }
    }

    private mutating func array() throws -> [RecordedJson] {
      offset += 1
      var items: [RecordedJson] = []
      if try skip(UInt8(ascii: "]")) { return items }
      while true {
        items.append(try value())
        if try skip(UInt8(ascii: "]")) { return items }
        guard try skip(UInt8(ascii: ",")) else { throw Malformed(offset: offset) }
      }
    }

    private mutating func string() throws -> String {
      guard try skip(UInt8(ascii: "\"")),
        let end = bytes[offset...].firstIndex(of: UInt8(ascii: "\""))
      else { throw Malformed(offset: offset) }
      let text = String(decoding: bytes[offset..<end], as: UTF8.self)
      if text.contains("\\") { throw Malformed(offset: offset) }
      offset = end + 1
      return text
    }

    private mutating func number() throws -> Int {
      let start = offset
      while offset < bytes.count, bytes[offset] == UInt8(ascii: "-") || bytes[offset] >= 48,
        bytes[offset] <= 57
      { offset += 1 }
      guard let number = Int(String(decoding: bytes[start..<offset], as: UTF8.self)) else {
        throw Malformed(offset: start)
      }
      return number
    }
  }
}
