/// Text made to stand in a column of a given width.
public enum ColumnText {
  /// Blanks before the text. A text that is too wide stays as it is: a number is never cut.
  public static func right(_ text: String, width: Int) -> String {
    String(repeating: " ", count: max(0, width - DisplayWidth.of(text))) + text
  }

  /// Blanks after the text. A text that is too wide stays as it is.
  public static func left(_ text: String, width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - DisplayWidth.of(text)))
  }

  /// The text, or as many of its words as fit with the mark ` ›` behind them; blanks stay as they
  /// are. A first word that is too wide is cut.
  public static func words(_ text: String, width: Int) -> String {
    if DisplayWidth.of(text) <= width { return text }
    let kept = clipped(text, width: width - 2)
    if text.dropFirst(kept.count).first == " " { return kept + " ›" }
    var whole = kept.lastIndex(of: " ").map { String(kept[..<$0]) } ?? ""
    while whole.last == " " { whole.removeLast() }
    return (whole.isEmpty ? kept : whole) + " ›"
  }

  /// The same with a mark where it is cut.
  public static func cut(_ text: String, width: Int) -> String {
    DisplayWidth.of(text) <= width ? text : clipped(text, width: width - 1) + "›"
  }

  /// The beginning of the text that fits into `width` columns; a name cut in the middle.
  public static func clipped(_ text: String, width: Int) -> String {
    var used = 0
    var kept = ""
    for character in text {
      used += DisplayWidth.of(character)
      if used > width { break }
      kept.append(character)
    }
    return kept
  }
}
