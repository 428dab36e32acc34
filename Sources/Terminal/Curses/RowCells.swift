import CNcursesw
import Screen

/// Turns one row of a frame into the cells of ncurses.
enum RowCells {
  /// Exactly `width` columns: the frame's row, cut or filled up. A wide glyph is one cell here;
  /// the column it hides is left out.
  static func make(
    _ frame: Frame, row y: Int, width: Int, style: (Role) -> CursesStyle
  ) -> [cchar_t] {
    var made: [cchar_t] = []
    made.reserveCapacity(width)
    let common = y < frame.height ? min(width, frame.width) : 0
    for x in 0..<common {
      let cell = frame[x, y]
      if cell.isContinuation { continue }
      let wanted = style(cell.role)
      let isWide = x + 1 < frame.width && frame[x + 1, y].isContinuation
      let isCut = isWide && x + 1 == common
      append(isCut ? .space : cell.glyph, columns: isWide && !isCut ? 2 : 1, wanted, to: &made)
    }
    guard common < width else { return made }
    let blank = style(.text)
    for _ in common..<width { append(.space, columns: 1, blank, to: &made) }
    return made
  }

  /// ncurses counts with the C library's widths. A glyph on which that disagrees with the frame
  /// would shift the rest of the row, so it is shown as `?`.
  private static func append(
    _ glyph: Glyph, columns: Int, _ style: CursesStyle, to made: inout [cchar_t]
  ) {
    let scalars = glyph.scalars
    let agrees = zip(scalars.indices, scalars).allSatisfy { index, scalar in
      scalar.value < 0x7f
        || regroup_wcwidth(wchar_t(scalar.value)) == (index == 0 ? Int32(columns) : 0)
    }
    var cell = cchar_t()
    if agrees, set(&cell, scalars, style) {
      made.append(cell)
      return
    }
    for _ in 0..<columns {
      _ = set(&cell, ["?"], style)
      made.append(cell)
    }
  }

  private static func set(
    _ cell: inout cchar_t, _ scalars: [Unicode.Scalar], _ style: CursesStyle
  ) -> Bool {
    var text = scalars.map { wchar_t($0.value) }
    text.append(0)
    var pair = style.pair
    let small = Int16(truncatingIfNeeded: min(pair, Int32(Int16.max)))
    return setcchar(&cell, text, style.attributes, small, &pair) == OK
  }
}
