import Screen

/// A frame as text with the escape sequences of ECMA-48 (SGR), to `cat` in a terminal.
public enum FrameAnsi {
  /// One line per row. Attributes are off at the end of each, so that lines can be cut out.
  /// Blanks at the end of a row are left out where the theme paints no background.
  public static func render(_ frame: Frame, theme: Theme) -> String {
    (0..<frame.height).map { row($0, of: frame, theme: theme) + "\n" }.joined()
  }

  /// One row, without a line end.
  static func row(_ y: Int, of frame: Frame, theme: Theme) -> String {
    var out = ""
    var runs = StyledRun.ofRow(y, of: frame, theme: theme)
    while let last = runs.last, isInvisible(last) { runs.removeLast() }
    for (index, run) in runs.enumerated() {
      let isLast = index == runs.count - 1
      let trims = isLast && run.attributes.background == nil && !run.attributes.isReversed
      out += sequence(run.attributes) + (trims ? String(trimmed(run.text)) : run.text)
    }
    if let last = runs.last, last.attributes != Attributes() { out += "\u{1b}[0m" }
    return out
  }

  private static func isInvisible(_ run: StyledRun) -> Bool {
    run.attributes.background == nil && !run.attributes.isReversed
      && run.text.utf8.allSatisfy { $0 == UInt8(ascii: " ") }
  }

  private static func trimmed(_ text: String) -> Substring {
    var rest = text[...]
    while rest.last == " " { rest.removeLast() }
    return rest
  }

  /// Starts from nothing each time: a run never depends on the one before.
  private static func sequence(_ attributes: Attributes) -> String {
    var codes = ["0"]
    if attributes.isBold { codes.append("1") }
    if attributes.isReversed { codes.append("7") }
    if let color = attributes.foreground { codes.append(code(color, base: 30)) }
    if let color = attributes.background { codes.append(code(color, base: 40)) }
    return "\u{1b}[" + codes.joined(separator: ";") + "m"
  }

  private static func code(_ color: UInt8, base: Int) -> String {
    switch color {
    case 0..<8: String(base + Int(color))
    case 8..<16: String(base + 60 + Int(color) - 8)
    default: "\(base + 8);5;\(color)"
    }
  }
}
