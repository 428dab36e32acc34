/// Cuts Swift code into words and signs; comments vanish, a string becomes one `"`.
///
/// What is interpolated into a string is code and stays.
struct Lexer {
  private let bytes: [UInt8]
  private var at = 0
  private var line = 1
  private var tokens: [Token] = []

  static func tokens(of text: String) -> [Token] {
    var lexer = Lexer(bytes: Array(text.utf8))
    while lexer.at < lexer.bytes.count { lexer.step() }
    return lexer.tokens
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }

  private func isAt(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard at + count <= bytes.count else { return false }
    return (0..<count).allSatisfy { bytes[at + $0] == text.utf8Start[$0] }
  }

  private mutating func skip(_ count: Int = 1) {
    for _ in 0..<count where at < bytes.count {
      if bytes[at] == 0x0A { line += 1 }
      at += 1
    }
  }

  private mutating func step() {
    let byte = bytes[at]
    if byte <= 0x20 {
      skip()
    } else if isAt("//") {
      while at < bytes.count, bytes[at] != 0x0A { at += 1 }
    } else if isAt("/*") {
      blockComment()
    } else if byte == UInt8(ascii: "\"") {
      string(hashes: 0)
    } else if byte == UInt8(ascii: "#"), let hashes = rawStringHashes() {
      skip(hashes)
      string(hashes: hashes)
    } else if Self.isWordByte(byte) {
      let start = at
      while at < bytes.count, Self.isWordByte(bytes[at]) { at += 1 }
      let word = String(decoding: bytes[start..<at], as: UTF8.self)
      tokens.append(Token(text: word, line: line, start: start))
    } else {
      tokens.append(Token(text: String(UnicodeScalar(byte)), line: line, start: at))
      skip()
    }
  }

  private mutating func blockComment() {
    var depth = 0
    repeat {
      if isAt("/*") {
        depth += 1
        skip(2)
      } else if isAt("*/") {
        depth -= 1
        skip(2)
      } else {
        skip()
      }
    } while depth > 0 && at < bytes.count
  }

  private func rawStringHashes() -> Int? {
    let hashes = bytes[at...].prefix { $0 == UInt8(ascii: "#") }.count
    let next = at + hashes
    return next < bytes.count && bytes[next] == UInt8(ascii: "\"") ? hashes : nil
  }

  private func hasHashes(_ count: Int, from start: Int) -> Bool {
    start + count <= bytes.count
      && bytes[start..<start + count].allSatisfy { $0 == UInt8(ascii: "#") }
  }

  private mutating func string(hashes: Int) {
    tokens.append(Token(text: "\"", line: line, start: at))
    let quotes = isAt("\"\"\"") ? 3 : 1
    skip(quotes)
    while at < bytes.count {
      if quotes == 3 ? isAt("\"\"\"") : isAt("\""), hasHashes(hashes, from: at + quotes) {
        skip(quotes + hashes)
        return
      }
      if isAt("\\"), hasHashes(hashes, from: at + 1) {
        skip(1 + hashes)
        if isAt("(") { interpolation() } else { skip() }
      } else {
        skip()
      }
    }
  }

  private mutating func interpolation() {
    var depth = 0
    repeat {
      if isAt("(") { depth += 1 }
      if isAt(")") { depth -= 1 }
      step()
    } while depth > 0 && at < bytes.count
  }
}
