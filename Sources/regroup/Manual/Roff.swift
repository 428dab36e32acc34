/// A manual page in the man macros of roff.
struct Roff {
  private(set) var text = ""

  mutating func title(_ name: String, section: Int, source: String) {
    text += ".TH \(name) \(section) \"\" \"\(Self.escaped(source))\"\n"
  }

  mutating func section(_ name: String) { text += ".SH \(name)\n" }
  mutating func subsection(_ name: String) { text += ".SS \(Self.escaped(name))\n" }

  mutating func line(_ line: String) { text += Self.safe(Self.escaped(line)) + "\n" }

  /// One way to call the program, on lines of its own.
  mutating func usage(_ usage: String) {
    line(usage)
    text += ".br\n"
  }

  /// An option, a key or a file with its meaning.
  mutating func entry(_ label: String, _ meaning: String) {
    text += ".TP\n.B " + Self.escaped(label) + "\n"
    line(meaning.isEmpty ? "-" : meaning)
  }

  /// Paragraphs; lines that are indented stay as they are.
  mutating func prose(_ prose: String) {
    guard !prose.isEmpty else { return }
    var isVerbatim = false
    text += ".PP\n"
    for part in prose.split(separator: "\n", omittingEmptySubsequences: false) {
      if part.hasPrefix("  ") != isVerbatim, !part.isEmpty {
        isVerbatim.toggle()
        text += isVerbatim ? ".nf\n" : ".fi\n"
      }
      if part.isEmpty {
        text += ".PP\n"
      } else {
        line(String(part))
        // Headings such as EXAMPLES stand alone.
        if part.allSatisfy({ !$0.isLowercase }) { text += ".br\n" }
      }
    }
    if isVerbatim { text += ".fi\n" }
  }

  /// A line that begins with a dot or a quote would be a macro.
  private static func safe(_ line: String) -> String {
    line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" + line : line
  }

  static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": out += "\\e"
      case "-": out += "\\-"
      case "\n": out += " "
      case "\u{20}"..."\u{7e}": out.unicodeScalars.append(scalar)
      default:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        out += "\\[u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "]"
      }
    }
    return out
  }
}
