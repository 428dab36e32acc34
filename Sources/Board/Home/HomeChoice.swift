import Narration

/// What was chosen on the home screen.
public enum HomeChoice: Hashable, Sendable {
  /// The place in the list of entries.
  case lesson(Int)
  case sandbox
  /// `HOST:PORT`.
  case drive(String)
  case language(Language)
  case quit
}
