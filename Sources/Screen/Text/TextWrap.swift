/// Breaks a text into lines, between words only, in Korean too.
public enum TextWrap {
  /// The lines of `text`, each at most `width` columns. A word is cut only when it alone is wider
  /// than a line. A line feed in the text ends a line. No text gives no line.
  ///
  /// - Parameter width: columns; less than 2 counts as 2, so that every glyph fits.
  public static func lines(_ text: String, width: Int) -> [String] {
    let room = max(2, width)
    guard !text.isEmpty else { return [] }
    return text.split(separator: "\n", omittingEmptySubsequences: false).flatMap {
      wrapOne($0, width: room)
    }
  }

  /// The text, or as much of its beginning as fits, cut between words where there is one.
  public static func first(_ text: String, width: Int) -> String {
    guard width > 0 else { return "" }
    if DisplayWidth.of(text) <= width { return text }
    let line = lines(text, width: width).first ?? ""
    return DisplayWidth.of(line) <= width ? line : ""
  }

  private static func wrapOne(_ text: Substring, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in text.split(separator: " ") {
      let columns = DisplayWidth.of(word)
      if used > 0, used + 1 + columns <= width {
        line += " " + word
        used += 1 + columns
        continue
      }
      if used > 0 { lines.append(line) }
      line = ""
      used = 0
      for piece in cut(word, width: width) {
        if used > 0 { lines.append(line) }
        line = piece
        used = DisplayWidth.of(piece)
      }
    }
    lines.append(line)
    return lines
  }

  private static func cut(_ word: Substring, width: Int) -> [String] {
    var pieces: [String] = []
    var piece = ""
    var used = 0
    for character in word {
      let columns = DisplayWidth.of(character)
      if used + columns > width {
        pieces.append(piece)
        piece = ""
        used = 0
      }
      piece.append(character)
      used += columns
    }
    pieces.append(piece)
    return pieces
  }
}
