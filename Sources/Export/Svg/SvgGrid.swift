/// The grid of a picture, in eighths of a pixel so that every block element has whole numbers.
enum SvgGrid {
  /// 10 pixels.
  static let cellWidth = 80
  /// 20 pixels.
  static let cellHeight = 160
  /// 12 pixels around the screen.
  static let margin = 96
  /// From the top of a row to the line that letters stand on.
  static let baseline = 122
  /// The same for Hangul, whose letters reach below it.
  static let wideBaseline = 130
  /// A letter is 0.602 em wide in DejaVu Sans Mono and Menlo: so one column.
  static let fontSize = 133
  /// Hangul and ideographs are 0.9 to 1 em wide: about two columns.
  static let wideFontSize = 160

  static func x(_ column: Int) -> Int { margin + column * cellWidth }
  static func y(_ row: Int) -> Int { margin + row * cellHeight }
}
