/// A text file of the project, as the rules look at it.
struct ProjectFile {
  /// From the root, with `/`.
  let path: String
  let text: String
  let lines: [String]
  /// The Swift code in it, without comments and the insides of strings; empty for other files.
  let tokens: [Token]

  init(path: String, text: String) {
    self.path = path
    self.text = text
    lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    tokens = path.hasSuffix(".swift") ? Lexer.tokens(of: text) : []
  }

  var isSwift: Bool { path.hasSuffix(".swift") }
  var isSource: Bool { path.hasPrefix("Sources/") }
  var isCode: Bool {
    [".swift", ".py", ".sh", ".h", ".c"].contains { path.hasSuffix($0) }
  }
  /// Data that tests compare with: its form is not ours to choose.
  var isData: Bool {
    ["/Goldens/", "/Fixtures/", "/Transcripts/"].contains { path.contains($0) }
  }

  /// The target whose source this is.
  var target: String? {
    let parts = path.split(separator: "/")
    return isSource && parts.count > 2 ? String(parts[1]) : nil
  }

  func finding(_ line: Int, _ what: String) -> String { "\(path):\(line): \(what)" }
}
