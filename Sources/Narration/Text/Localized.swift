/// One text in every language.
public struct Localized: Hashable, Sendable {
  public var english: String
  public var korean: String

  public init(english: String, korean: String) {
    self.english = english
    self.korean = korean
  }

  public subscript(language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}
