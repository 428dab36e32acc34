import Screen

/// Neighboring cells of one row that look the same.
struct StyledRun: Equatable {
  let attributes: Attributes
  /// The first column.
  let x: Int
  let columns: Int
  let text: String
}

extension StyledRun {
  /// The runs of one row, from left to right; together they cover it.
  static func ofRow(_ y: Int, of frame: Frame, theme: Theme) -> [StyledRun] {
    var runs: [StyledRun] = []
    var start = 0
    var text = ""
    var current = Attributes()
    for (x, cell) in frame.row(y).enumerated() {
      if cell.isContinuation { continue }
      let attributes = theme.attributes(for: cell.role)
      if x > start, attributes != current {
        runs.append(StyledRun(attributes: current, x: start, columns: x - start, text: text))
        start = x
        text = ""
      }
      current = attributes
      text += cell.glyph.text
    }
    if frame.width > start {
      let rest = frame.width - start
      runs.append(StyledRun(attributes: current, x: start, columns: rest, text: text))
    }
    return runs
  }
}
