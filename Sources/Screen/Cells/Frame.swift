/// A picture of the whole screen: rows of cells, each with a glyph and a role.
///
/// A frame is a value. Drawing outside of it is clipped, so no terminal is too small; a wide
/// glyph is never cut in half: where one column of it is lost, the other becomes a space.
public struct Frame: Equatable, Sendable {
  public let width: Int
  public let height: Int
  /// Row by row, `width` cells each.
  public private(set) var cells: [Cell]

  /// An empty frame; a negative size counts as 0.
  public init(width: Int, height: Int) {
    self.width = max(0, width)
    self.height = max(0, height)
    cells = Array(repeating: .empty, count: self.width * self.height)
  }

  public var bounds: Rect { Rect(x: 0, y: 0, width: width, height: height) }

  /// The cell at a place inside of the frame.
  public subscript(x: Int, y: Int) -> Cell {
    precondition(x >= 0 && x < width && y >= 0 && y < height, "outside of the frame")
    return cells[y * width + x]
  }

  /// The cells of one row.
  public func row(_ y: Int) -> ArraySlice<Cell> {
    precondition(y >= 0 && y < height, "outside of the frame")
    return cells[(y * width)..<((y + 1) * width)]
  }

  /// One row as text, trailing blanks left out.
  public func rowText(_ y: Int) -> String {
    var text = ""
    var blanks = 0
    for cell in row(y) where !cell.isContinuation {
      if cell.glyph == .space {
        blanks += 1
        continue
      }
      text += String(repeating: " ", count: blanks)
      blanks = 0
      text += cell.glyph.text
    }
    return text
  }

  /// Replaces every cell that is not a continuation by what `change` makes of it; the glyph must
  /// keep its width.
  mutating func changeCells(_ change: (Cell) -> Cell) {
    for index in cells.indices where !cells[index].isContinuation {
      cells[index] = change(cells[index])
    }
  }

  /// Takes the cells out, leaving a frame of no use, so that a ``Canvas`` can own them for a
  /// while without a copy.
  mutating func takeCells() -> [Cell] {
    var taken: [Cell] = []
    swap(&taken, &cells)
    return taken
  }

  /// Gives back what ``takeCells()`` took.
  mutating func giveBack(_ returned: [Cell]) {
    cells = returned
  }
}
