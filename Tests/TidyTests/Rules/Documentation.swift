/// Public types say what they are.
enum Documentation {
  static func check(_ file: ProjectFile) -> [String] {
    guard file.isSource, file.isSwift else { return [] }
    return file.lines.indices.compactMap { i in
      let line = file.lines[i]
      // A type without a body is only a name for the compiler.
      guard declaresPublicType(line), !line.hasSuffix("{}") else { return nil }
      var before = i - 1
      while before >= 0, file.lines[before].hasPrefix("@") { before -= 1 }
      if before >= 0, file.lines[before].hasPrefix("///") { return nil }
      return file.finding(i + 1, "a public type without a comment")
    }
  }

  private static func declaresPublicType(_ line: String) -> Bool {
    // Nested types are told about by the type around them.
    let words = line.split(separator: " ")
    guard line.hasPrefix("public "), words.count > 2 else { return false }
    let rest = words.dropFirst().drop { $0 == "final" || $0 == "indirect" }
    return ["struct", "enum", "class", "actor", "protocol"].contains { rest.first == $0 }
  }
}
