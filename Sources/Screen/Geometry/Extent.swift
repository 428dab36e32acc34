/// How much room a part of a row or a column of parts takes.
public enum Extent: Hashable, Sendable {
  /// Exactly so many columns or rows, while there is room.
  case fixed(Int)
  /// A share of what the fixed ones leave, by weight.
  case share(Int)
}
