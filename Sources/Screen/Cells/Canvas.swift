/// A pen for one rectangle of a frame: coordinates start at its top left corner, and nothing
/// outside of it changes.
///
/// It owns the frame's cells while ``Frame/draw(in:_:)`` runs, so drawing copies nothing.
public struct Canvas {
  var cells: [Cell]
  let stride: Int
  let origin: Rect
  let clip: Rect

  public var width: Int { origin.width }
  public var height: Int { origin.height }
  public var bounds: Rect { Rect(x: 0, y: 0, width: width, height: height) }

  /// Draws inside a part of this canvas, in that part's own coordinates.
  public mutating func draw<Result>(
    in rect: Rect, _ body: (inout Canvas) throws -> Result
  ) rethrows -> Result {
    let part = Rect(
      x: origin.x + rect.x, y: origin.y + rect.y, width: rect.width, height: rect.height)
    var taken: [Cell] = []
    swap(&taken, &cells)
    var inner = Canvas(
      cells: taken, stride: stride, origin: part, clip: part.intersection(clip))
    taken = []
    defer { cells = inner.cells }
    return try body(&inner)
  }

  /// Writes text on one row and returns the column after it, also where it was clipped.
  /// A control character is shown as `?`.
  @discardableResult
  public mutating func put(_ text: String, x: Int, y: Int, role: Role = .text) -> Int {
    var column = x
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7f }) {
      for byte in text.utf8 {
        place(Glyph(Unicode.Scalar(byte)), columns: 1, x: column, y: y, role: role)
        column += 1
      }
      return column
    }
    for character in text {
      let glyph = Glyph(character)
      let columns = glyph.columns
      place(glyph, columns: columns, x: column, y: y, role: role)
      column += columns
    }
    return column
  }

  /// Writes text so that it ends before column `before`; returns the column where it began.
  @discardableResult
  public mutating func put(_ text: String, before: Int, y: Int, role: Role = .text) -> Int {
    let start = before - DisplayWidth.of(text)
    put(text, x: start, y: y, role: role)
    return start
  }

  /// Writes one glyph.
  public mutating func put(_ glyph: Glyph, x: Int, y: Int, role: Role = .text) {
    place(glyph, columns: glyph.columns, x: x, y: y, role: role)
  }

  /// Fills a rectangle with one glyph of one column; of a wider one nothing is drawn.
  public mutating func fill(_ rect: Rect, with glyph: Glyph = .space, role: Role = .text) {
    guard glyph.columns == 1 else { return }
    let part = rect.intersection(bounds)
    for y in part.y..<part.maxY {
      for x in part.x..<part.maxX { place(glyph, columns: 1, x: x, y: y, role: role) }
    }
  }

  /// Changes the role of a rectangle and leaves its text. A wide glyph on the edge changes as a
  /// whole.
  public mutating func paint(_ rect: Rect, role: Role) {
    let part = Rect(
      x: origin.x + rect.x, y: origin.y + rect.y, width: rect.width, height: rect.height
    ).intersection(clip)
    for y in part.y..<part.maxY {
      for x in part.x..<part.maxX {
        let index = y * stride + x
        cells[index].role = role
        if x == part.x, cells[index].isContinuation { cells[index - 1].role = role }
        if x == part.maxX - 1, x + 1 < stride, cells[index + 1].isContinuation {
          cells[index + 1].role = role
        }
      }
    }
  }

  private mutating func place(_ glyph: Glyph, columns: Int, x: Int, y: Int, role: Role) {
    let row = origin.y + y
    let left = origin.x + x
    guard row >= clip.y, row < clip.maxY else { return }
    if left >= clip.x, left + columns <= clip.maxX {
      set(Cell(glyph: glyph, role: role), column: left, row: row)
      if columns == 2 {
        let second = Cell(glyph: .space, role: role, isContinuation: true)
        set(second, column: left + 1, row: row)
      }
      return
    }
    for column in max(left, clip.x)..<max(min(left + columns, clip.maxX), left, clip.x) {
      set(Cell(glyph: .space, role: role), column: column, row: row)
    }
  }

  /// Overwrites one cell. A wide glyph that loses a column becomes a space in the other.
  private mutating func set(_ cell: Cell, column: Int, row: Int) {
    let index = row * stride + column
    if cells[index].isContinuation, !cell.isContinuation {
      cells[index - 1].glyph = .space
    }
    cells[index] = cell
    if column + 1 < stride, cells[index + 1].isContinuation {
      cells[index + 1].isContinuation = false
    }
  }
}
