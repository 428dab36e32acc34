import Feed
import Narration

/// What the comparison of several worlds remembers beside their feeds.
public struct CompareModel: Hashable, Sendable {
  /// One of the worlds, by what it differs in.
  public struct Column: Hashable, Sendable {
    public var title: Localized
    public var note: Localized

    public init(title: Localized, note: Localized) {
      self.title = title
      self.note = note
    }
  }

  public var figure: String
  public var title: Localized
  public var columns: [Column]
  /// The world that Enter opens, counted from 0; Tab chooses it.
  public var chosen: Int?
  /// Language, play and speed, selection and notices are those of any feed's screen.
  public var board: BoardModel

  public init(figure: String, title: Localized, columns: [Column], board: BoardModel) {
    self.figure = figure
    self.title = title
    self.columns = columns
    self.board = board
  }
}
