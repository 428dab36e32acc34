/// Names that say nothing, in types and in paths.
enum Names {
  static let empty = ["Manager", "Helper", "Util", "Common"]

  static func check(_ file: ProjectFile) -> [String] {
    var findings: [String] = []
    for word in empty where file.path.contains(word) {
      findings.append(file.finding(1, "a path with \(word)"))
    }
    let kinds = ["struct", "class", "enum", "actor", "protocol", "typealias", "extension"]
    for (kind, name) in zip(file.tokens, file.tokens.dropFirst()) where kinds.contains(kind.text) {
      for word in empty where name.text.contains(word) {
        findings.append(file.finding(name.line, "a type called \(name.text)"))
      }
    }
    return findings
  }
}
