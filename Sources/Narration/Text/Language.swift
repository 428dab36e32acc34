/// The languages of everything that is shown.
public enum Language: String, Hashable, Sendable, CaseIterable {
  case english
  case korean

  /// The language that the L key switches to.
  public var other: Language { self == .english ? .korean : .english }
}
