extension FieldTree {
  /// The fields as lines of text, two blanks deeper for each level; an empty list is one line.
  public var lines: [String] {
    var lines: [String] = []
    add(to: &lines, depth: 0)
    return lines
  }

  private func add(to lines: inout [String], depth: Int) {
    for field in fields { field.node.add(named: field.name, to: &lines, depth: depth) }
  }
}

extension FieldTree.Node {
  /// The value of a leaf; nil for lists and structures.
  public var leafText: String? {
    switch self {
    case .null: "null"
    case .flag(let value): "\(value)"
    case .number(let value): "\(value)"
    case .error(let code): "\(code.rawValue) \(code)"
    // Escaped: a member's id may hold what would steer the terminal.
    case .text(let text): text.debugDescription
    case .bytes(let bytes): "\(bytes.count) bytes"
    case .uuid(let uuid): "\(uuid)"
    case .list(let nodes): Self.leaves(nodes)
    case .structure: nil
    }
  }

  /// A list whose elements are leaves fits one line.
  private static func leaves(_ nodes: [Self]) -> String? {
    let texts = nodes.compactMap(\.leafText)
    return texts.count == nodes.count ? "[" + texts.joined(separator: ", ") + "]" : nil
  }

  fileprivate func add(named name: String, to lines: inout [String], depth: Int) {
    let indent = String(repeating: "  ", count: depth)
    if let text = leafText { return lines.append("\(indent)\(name): \(text)") }
    switch self {
    case .list(let nodes):
      for (index, node) in nodes.enumerated() {
        node.add(named: "\(name)[\(index)]", to: &lines, depth: depth)
      }
    case .structure(let tree):
      lines.append("\(indent)\(name)")
      for field in tree.fields {
        field.node.add(named: field.name, to: &lines, depth: depth + 1)
      }
    default: break
    }
  }
}
