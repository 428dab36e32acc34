/// How a cell looks.
public struct Attributes: Hashable, Sendable {
  /// Index of the xterm palette; nil is the terminal's own color.
  public var foreground: UInt8?
  /// Index of the xterm palette; nil is the terminal's own color.
  public var background: UInt8?
  public var isBold: Bool
  public var isReversed: Bool

  public init(
    foreground: UInt8? = nil, background: UInt8? = nil, isBold: Bool = false,
    isReversed: Bool = false
  ) {
    self.foreground = foreground
    self.background = background
    self.isBold = isBold
    self.isReversed = isReversed
  }
}
