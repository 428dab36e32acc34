/// One column of one row.
public struct Cell: Hashable, Sendable {
  public var glyph: Glyph
  public var role: Role
  /// The second column of a wide glyph, which stands in the cell to the left.
  public var isContinuation: Bool

  public init(glyph: Glyph, role: Role, isContinuation: Bool = false) {
    self.glyph = glyph
    self.role = role
    self.isContinuation = isContinuation
  }

  public static let empty = Cell(glyph: .space, role: .text)
}
