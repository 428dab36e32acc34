extension Frame {
  /// Draws inside a rectangle of the frame, in the rectangle's own coordinates, clipped to it.
  public mutating func draw<Result>(
    in rect: Rect, _ body: (inout Canvas) throws -> Result
  ) rethrows -> Result {
    var canvas = Canvas(
      cells: takeCells(), stride: width, origin: rect,
      clip: rect.intersection(bounds))
    defer { giveBack(canvas.cells) }
    return try body(&canvas)
  }

  /// Writes text on one row and returns the column after it, also where it was clipped.
  @discardableResult
  public mutating func put(_ text: String, x: Int, y: Int, role: Role = .text) -> Int {
    draw(in: bounds) { $0.put(text, x: x, y: y, role: role) }
  }

  /// Writes text so that it ends before column `before`; returns the column where it began.
  @discardableResult
  public mutating func put(_ text: String, before: Int, y: Int, role: Role = .text) -> Int {
    draw(in: bounds) { $0.put(text, before: before, y: y, role: role) }
  }

  /// Fills a rectangle with one glyph.
  public mutating func fill(_ rect: Rect, with glyph: Glyph = .space, role: Role = .text) {
    draw(in: bounds) { $0.fill(rect, with: glyph, role: role) }
  }
}
