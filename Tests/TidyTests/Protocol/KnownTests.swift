/// The tests that the sources have, by `Target/Suite/test`, and the files that tell of their cases.
struct KnownTests {
  private var sources: [String: ProjectFile] = [:]
  private let data: [ProjectFile]

  init(_ files: [ProjectFile]) {
    data = files.filter { $0.path.hasPrefix("Tests/") && $0.isData }
    for file in files where file.path.hasPrefix("Tests/") && file.isSwift {
      for name in Self.names(in: file) { sources[name] = file }
    }
  }

  func contains(_ name: String) -> Bool { sources[name] != nil }

  /// Whether the test goes through this case: a transcript has its name, a fixture its id, and the
  /// test does not set it aside (as a key, with a reason).
  func contains(_ test: ProtocolRule.NamedTest, example: String) -> Bool {
    guard let source = sources[test.name], !source.text.contains("\"\(example)\":") else {
      return false
    }
    return data.contains { file in
      file.path.hasPrefix("Tests/\(test.target)/")
        && (file.path.hasSuffix("/\(example).txt") || file.text.contains("\"id\":\"\(example)\""))
    }
  }

  /// A function after `@Test` in the type at the margin; the formatter puts them there.
  private static func names(in file: ProjectFile) -> [String] {
    let target = file.path.split(separator: "/").dropFirst().first ?? ""
    var type = ""
    var isTest = false
    var names: [String] = []
    for line in file.lines {
      if let name = typeName(line) { type = name }
      if line.hasPrefix("  @Test") { isTest = true }
      guard isTest, let name = functionName(line) else { continue }
      names.append("\(target)/\(type)/\(name)")
      isTest = false
    }
    return names
  }

  private static func typeName(_ line: String) -> String? {
    let words = line.split(separator: " ")
    guard let first = words.first, line.first?.isWhitespace == false, first.first != "/",
      let at = words.firstIndex(where: { ["struct", "enum", "class", "extension"].contains($0) }),
      at + 1 < words.count
    else { return nil }
    return String(words[at + 1].prefix { $0.isLetter || $0.isNumber })
  }

  private static func functionName(_ line: String) -> String? {
    guard let start = line.range(of: "func ")?.upperBound else { return nil }
    let rest = line[start...]
    if rest.first == "`" { return String(rest.dropFirst().prefix { $0 != "`" }) }
    return String(rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" })
  }
}
