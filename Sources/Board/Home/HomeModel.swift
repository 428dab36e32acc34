import Narration

/// The home screen: which figure is chosen, and the one-line prompt while it is open.
public struct HomeModel: Hashable, Sendable {
  public var language: Language
  public var entries: [HomeEntry]
  /// Counts the entries, then sandbox, serve, drive.
  public var selection = 0
  /// The address being typed; nil while the prompt is closed.
  public var prompt: String?
  /// True after an address that is none.
  public var isAddressBad = false

  public init(language: Language, entries: [HomeEntry]) {
    self.language = language
    self.entries = entries
  }

  /// All rows: the entries and three of one's own.
  var rows: Int { entries.count + 3 }
}
