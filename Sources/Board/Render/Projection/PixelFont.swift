/// Letters and digits of pixels, two to a cell: readable from a classroom's last row.
enum PixelFont {
  /// Rows of pixels from the top, `#` for ink; nil for a character that is not drawn.
  static func rows(of character: Character) -> [String]? {
    if let number = character.wholeNumberValue, digits.indices.contains(number) {
      return digits[number]
    }
    if character == "." { return ["  ", "  ", "  ", "  ", "# "] }
    guard let value = character.asciiValue, (65...90).contains(value) else { return nil }
    return letters[Int(value) - 65]
  }

  /// The same in cells, upper and lower pixel together.
  static func cells(of character: Character) -> [String]? {
    guard let rows = rows(of: character) else { return nil }
    return stride(from: 0, to: rows.count, by: 2).map { top in
      let lower = top + 1 < rows.count ? rows[top + 1] : ""
      return String(zip(rows[top], lower.isEmpty ? blank(rows[top]) : lower).map(cell))
    }
  }

  private static func blank(_ row: String) -> String { String(repeating: " ", count: row.count) }

  private static func cell(_ pixels: (Character, Character)) -> Character {
    switch (pixels.0 == "#", pixels.1 == "#") {
    case (true, true): "█"
    case (true, false): "▀"
    case (false, true): "▄"
    case (false, false): " "
    }
  }

  private static let digits: [[String]] = [
    ["###", "# #", "# #", "# #", "###"], ["## ", " # ", " # ", " # ", "###"],
    ["###", "  #", "###", "#  ", "###"], ["###", "  #", "###", "  #", "###"],
    ["# #", "# #", "###", "  #", "  #"], ["###", "#  ", "###", "  #", "###"],
    ["###", "#  ", "###", "# #", "###"], ["###", "  #", "  #", "  #", "  #"],
    ["###", "# #", "###", "# #", "###"], ["###", "# #", "###", "  #", "###"],
  ]

  private static let letters: [[String]] = [
    [" ## ", "#  #", "####", "#  #", "#  #"], ["### ", "#  #", "### ", "#  #", "### "],
    [" ###", "#   ", "#   ", "#   ", " ###"], ["### ", "#  #", "#  #", "#  #", "### "],
    ["####", "#   ", "### ", "#   ", "####"], ["####", "#   ", "### ", "#   ", "#   "],
    [" ###", "#   ", "# ##", "#  #", " ###"], ["#  #", "#  #", "####", "#  #", "#  #"],
    ["### ", " #  ", " #  ", " #  ", "### "], ["   #", "   #", "   #", "#  #", " ## "],
    ["#  #", "# # ", "##  ", "# # ", "#  #"], ["#   ", "#   ", "#   ", "#   ", "####"],
    ["#  #", "####", "####", "#  #", "#  #"], ["#  #", "## #", "# ##", "#  #", "#  #"],
    [" ## ", "#  #", "#  #", "#  #", " ## "], ["### ", "#  #", "### ", "#   ", "#   "],
    [" ## ", "#  #", "#  #", "# ##", " ###"], ["### ", "#  #", "### ", "# # ", "#  #"],
    [" ###", "#   ", " ## ", "   #", "### "], ["####", " #  ", " #  ", " #  ", " #  "],
    ["#  #", "#  #", "#  #", "#  #", " ## "], ["#  #", "#  #", "#  #", " ## ", " ## "],
    ["#  #", "#  #", "####", "####", "#  #"], ["#  #", "#  #", " ## ", "#  #", "#  #"],
    ["#  #", "#  #", " ###", "   #", " ## "], ["####", "  # ", " #  ", "#   ", "####"],
  ]
}
