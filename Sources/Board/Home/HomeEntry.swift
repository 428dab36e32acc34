import Narration

/// A figure that can be opened.
public struct HomeEntry: Hashable, Sendable {
  public var figure: String
  public var title: Localized
  /// What it shows, in at most 30 columns.
  public var shows: Localized

  public init(figure: String, title: Localized, shows: Localized) {
    self.figure = figure
    self.title = title
    self.shows = shows
  }
}
