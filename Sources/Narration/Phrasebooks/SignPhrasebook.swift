/// What the signs of the picture mean, in one language.
public protocol SignPhrasebook: Sendable {
  var title: String { get }
  /// How to leave.
  var closes: String { get }
  func section(_ section: Sign.Section) -> String
  /// At most 33 columns: two lists stand side by side in 80.
  func meaning(_ sign: Sign) -> String
}
