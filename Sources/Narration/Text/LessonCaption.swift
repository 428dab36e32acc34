/// What a lesson says of itself; everything else on the screen comes from the group.
public struct LessonCaption: Hashable, Sendable {
  /// The figure's number, e.g. `6-5`; empty where there is none.
  public var figure: String
  public var title: Localized
  /// The lesson's parts in the book's words, in order; `FeedEvent.beat` says which one it is.
  public var beats: [Localized]
  public var footnote: Localized?
  /// The number of the table that the book has of it, e.g. `6-2`.
  public var table: String?
  /// Under which assignor the footnote holds; nil under any.
  public var footnoteAssignor: String?

  public init(
    figure: String, title: Localized, beats: [Localized] = [], footnote: Localized? = nil,
    footnoteAssignor: String? = nil, table: String? = nil
  ) {
    self.figure = figure
    self.title = title
    self.beats = beats
    self.footnote = footnote
    self.footnoteAssignor = footnoteAssignor
    self.table = table
  }

  /// What holds while the group uses that assignor.
  public func footnote(under assignor: String?) -> Localized? {
    footnoteAssignor.map { $0 == assignor } ?? true ? footnote : nil
  }
}
