/// Which glyphs a terminal can show in the width this program counts with.
///
/// Everything is drawn in Unicode once; ``Frame/translated(to:)`` maps the finished frame.
public enum GlyphSet: String, Hashable, Sendable, CaseIterable {
  case unicode
  /// Drawing in ASCII; letters of names and texts stay what they are.
  case ascii
  /// For terminals that give two columns to what Unicode calls East Asian ambiguous: such glyphs
  /// become ASCII, the neutral ones stay.
  case ambiguousWide

  /// Whether a ribbon may have two rows, the upper one half; otherwise it falls to one row.
  public var hasHalfRows: Bool { self == .unicode }
}
