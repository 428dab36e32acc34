import Narration

/// A lesson that can be opened.
public struct HomeEntry: Hashable, Sendable {
  /// The heading that it stands under.
  public enum Section: Hashable, Sendable {
    case figures, basics, transactions, surprises

    public func heading(_ book: any HomePhrasebook) -> String {
      switch self {
      case .figures: book.figures
      case .basics: book.basics
      case .transactions: book.transactions
      case .surprises: book.surprises
      }
    }
  }

  public var figure: String
  public var section: Section
  public var title: Localized
  /// What it shows, in at most 30 columns.
  public var shows: Localized

  public init(
    figure: String, section: Section = .figures, title: Localized, shows: Localized
  ) {
    self.figure = figure
    self.section = section
    self.title = title
    self.shows = shows
  }
}
