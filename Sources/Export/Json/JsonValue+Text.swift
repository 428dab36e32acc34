extension JsonValue {
  /// The document on one line, as RFC 8259 has it.
  public var text: String {
    var out = ""
    write(to: &out, indent: nil)
    return out
  }

  /// The document with two blanks of indentation, for people; empty lists stay on one line.
  public var indentedText: String {
    var out = ""
    write(to: &out, indent: 0)
    return out
  }

  private func write(to out: inout String, indent: Int?) {
    switch self {
    case .null: out += "null"
    case .bool(let value): out += value ? "true" : "false"
    case .integer(let value): out += String(value)
    case .string(let value): JsonValue.quote(value, to: &out)
    case .array(let values):
      JsonValue.list("[", "]", values, to: &out, indent: indent) { value, out, inner in
        value.write(to: &out, indent: inner)
      }
    case .object(let members):
      JsonValue.list("{", "}", members, to: &out, indent: indent) { member, out, inner in
        JsonValue.quote(member.name, to: &out)
        out += inner == nil ? ":" : ": "
        member.value.write(to: &out, indent: inner)
      }
    }
  }

  private static func list<Element>(
    _ open: String, _ close: String, _ elements: [Element], to out: inout String, indent: Int?,
    _ write: (Element, inout String, Int?) -> Void
  ) {
    out += open
    for (index, element) in elements.enumerated() {
      if index > 0 { out += "," }
      newLine(indent.map { $0 + 1 }, to: &out)
      write(element, &out, indent.map { $0 + 1 })
    }
    if !elements.isEmpty { newLine(indent, to: &out) }
    out += close
  }

  private static func newLine(_ indent: Int?, to out: inout String) {
    guard let indent else { return }
    out += "\n" + String(repeating: "  ", count: indent)
  }

  /// Escapes what JSON demands, and what other readers take for the end of a line.
  private static func quote(_ text: String, to out: inout String) {
    out += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case "\u{0}"..."\u{1f}", "\u{7f}", "\u{85}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: out.unicodeScalars.append(scalar)
      }
    }
    out += "\""
  }
}
