import Feed

extension Board {
  /// When the frame looks different next, if nothing happens; nil = never.
  public static func nextChangeMs(_ model: BoardModel, _ view: FeedView, width: Int) -> Int64? {
    model.isPlaying ? view.picture.timeMs + 100 : nil
  }
}
