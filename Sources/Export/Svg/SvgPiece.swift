import Screen

/// One piece of a row to be drawn: a word, or equal glyphs that have a shape.
struct SvgPiece: Equatable {
  let column: Int
  let columns: Int
  let attributes: Attributes
  var glyphs: [Glyph]
  let isWide: Bool
}

extension SvgPiece {
  /// The pieces of one row. Each begins at its exact column, so that what a font is too narrow or
  /// too wide never adds up beyond a word.
  static func ofRow(_ y: Int, of frame: Frame, theme: Theme) -> [SvgPiece] {
    var pieces: [SvgPiece] = []
    for (x, cell) in frame.row(y).enumerated() {
      if cell.isContinuation || cell.glyph == .space { continue }
      let isWide = x + 1 < frame.width && frame[x + 1, y].isContinuation
      let attributes = theme.attributes(for: cell.role)
      let columns = isWide ? 2 : 1
      if let last = pieces.last, last.column + last.columns == x, last.isWide == isWide,
        last.attributes == attributes, goesOn(last, with: cell.glyph)
      {
        pieces[pieces.count - 1] = SvgPiece(
          column: last.column, columns: last.columns + columns, attributes: attributes,
          glyphs: last.glyphs + [cell.glyph], isWide: isWide)
      } else {
        pieces.append(
          SvgPiece(
            column: x, columns: columns, attributes: attributes, glyphs: [cell.glyph],
            isWide: isWide))
      }
    }
    return pieces
  }

  private static func goesOn(_ piece: SvgPiece, with glyph: Glyph) -> Bool {
    guard let last = piece.glyphs.last else { return false }
    if last == glyph { return true }
    return !hasShape(last) && !hasShape(glyph) && !hasShape(piece.glyphs[0])
  }

  private static func hasShape(_ glyph: Glyph) -> Bool {
    SvgShape.path(glyph, count: 1, column: 0, row: 0) != nil
  }

  var text: String { glyphs.map(\.text).joined() }

  /// The path of the piece in a row, if it has one.
  func path(row: Int) -> String? {
    SvgShape.path(glyphs[0], count: glyphs.count, column: column, row: row)
  }
}
