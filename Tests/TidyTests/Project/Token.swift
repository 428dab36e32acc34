/// A word or a sign of Swift code, and its line, counted from 1.
struct Token: Equatable {
  let text: String
  let line: Int
  /// Its first byte's place in the file.
  let start: Int

  var isWord: Bool { text.utf8.first.map(Lexer.isWordByte) ?? false }
  /// Nothing stands between the two.
  func touches(_ next: Token) -> Bool { start + text.utf8.count == next.start }

  var startsWithCapital: Bool {
    text.utf8.first.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) } ?? false
  }
}
