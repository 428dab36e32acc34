/// Functions and their lengths, found by counting braces.
enum Functions {
  struct Function: Equatable {
    let name: String
    let line: Int
    let lines: Int
  }

  /// Words that open another declaration: what comes before them had no body.
  private static let declarations = [
    "func", "init", "deinit", "subscript", "var", "let", "case", "static", "public", "private",
    "fileprivate", "internal", "package", "mutating", "struct", "enum", "class", "extension",
    "protocol", "typealias", "associatedtype", "import",
  ]

  static func all(in tokens: [Token]) -> [Function] {
    tokens.indices.compactMap { i in
      guard opens(tokens, i), let body = body(tokens, i), let end = end(tokens, body) else {
        return nil
      }
      let first = tokens[i].line
      let name = tokens[i].text == "func" ? tokens[i + 1].text : tokens[i].text
      return Function(name: name, line: first, lines: tokens[end].line - first + 1)
    }
  }

  private static func opens(_ tokens: [Token], _ i: Int) -> Bool {
    guard i + 1 < tokens.count, i == 0 || tokens[i - 1].text != "." else { return false }
    switch tokens[i].text {
    case "func", "deinit", "var": return true
    case "init": return ["(", "<", "?", "!"].contains(tokens[i + 1].text)
    case "subscript": return ["(", "<"].contains(tokens[i + 1].text)
    default: return false
    }
  }

  /// Where the body opens; nil for a requirement of a protocol and for a stored property.
  private static func body(_ tokens: [Token], _ start: Int) -> Int? {
    var depth = 0
    for i in (start + 1)..<tokens.count {
      let text = tokens[i].text
      if tokens[start].text == "var", depth == 0, tokens[i].line > tokens[start].line {
        return nil
      }
      switch text {
      case "(", "[": depth += 1
      case ")", "]": depth -= 1
      case "{" where depth == 0: return i
      case "}" where depth == 0: return nil
      default:
        if depth < 0 || depth == 0 && declarations.contains(text) { return nil }
      }
    }
    return nil
  }

  private static func end(_ tokens: [Token], _ open: Int) -> Int? {
    var depth = 0
    for i in open..<tokens.count {
      if tokens[i].text == "{" { depth += 1 }
      if tokens[i].text == "}" { depth -= 1 }
      if depth == 0 { return i }
    }
    return nil
  }
}
