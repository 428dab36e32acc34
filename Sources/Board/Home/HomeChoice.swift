import Narration

/// What was chosen on the home screen.
public enum HomeChoice: Hashable, Sendable {
  /// The place in the list of entries.
  case lesson(Int)
  case sandbox
  /// A broker of our own, for clients of others.
  case serve
  /// `HOST:PORT`.
  case drive(String)
  case language(Language)
  case quit
}
