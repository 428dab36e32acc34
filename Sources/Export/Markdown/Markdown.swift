/// A document in Markdown, put together piece by piece; texts are escaped, so that a name never
/// becomes a mark.
public struct Markdown {
  public private(set) var text = ""

  public init() {}

  /// - Parameter level: 1 for the title.
  public mutating func heading(_ text: String, level: Int) {
    paragraph(String(repeating: "#", count: level) + " " + Self.escaped(text))
  }

  public mutating func paragraph(of text: String) { paragraph(Self.escaped(text)) }

  public mutating func list(_ items: [String]) {
    guard !items.isEmpty else { return }
    paragraph(items.map { "- " + Self.escaped($0) }.joined(separator: "\n"))
  }

  /// A pipe table; a row that is too short gets empty cells.
  public mutating func table(_ header: [String], _ rows: [[String]]) {
    guard !header.isEmpty, !rows.isEmpty else { return }
    let lines =
      [header, header.map { _ in "---" }]
      + rows.map { row in
        header.indices.map { row.indices.contains($0) ? row[$0] : "" }
      }
    let texts = lines.enumerated().map { index, cells in
      let cells = index == 1 ? cells : cells.map(Self.escaped)
      return "| " + cells.joined(separator: " | ") + " |"
    }
    paragraph(texts.joined(separator: "\n"))
  }

  private mutating func paragraph(_ block: String) {
    if !text.isEmpty { text += "\n" }
    text += block + "\n"
  }

  static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "#", "~", "&":
        out += "\\"
        out.unicodeScalars.append(scalar)
      case "\u{0}"..."\u{1f}", "\u{7f}"..."\u{9f}": out += " "
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
