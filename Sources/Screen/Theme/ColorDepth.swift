/// How many colors a terminal has.
public enum ColorDepth: Int, Hashable, Sendable, CaseIterable {
  case mono = 0
  case colors8 = 8
  case colors16 = 16
  case colors256 = 256

  /// The depth to use.
  ///
  /// - Parameters:
  ///   - colors: what the terminal's description says; 0 or less for none.
  ///   - noColor: the value of `NO_COLOR`; any text but an empty one asks for no color.
  public init(colors: Int, noColor: String?) {
    if let noColor, !noColor.isEmpty {
      self = .mono
      return
    }
    switch colors {
    case 256...: self = .colors256
    case 16...: self = .colors16
    case 8...: self = .colors8
    default: self = .mono
    }
  }
}
