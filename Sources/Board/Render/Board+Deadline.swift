import Feed

extension Board {
  /// When the frame looks different next, if nothing happens: a column scrolls, a counter ticks
  /// (in tenths only while something is due or not read). At most ten times a second; nil while
  /// the clock stands.
  public static func nextChangeMs(_ model: BoardModel, _ view: FeedView, width: Int) -> Int64? {
    let isLive = model.capabilities.kind.isLive
    guard model.isPlaying || isLive, !model.isHelpShown else { return nil }
    let now = view.picture.timeMs
    let isBusy = model.pane == .settings || Busyness.isBusy(view.picture)
    let tick = isBusy ? busyTickMs(view.picture) : 1000
    let nextTick = (now / tick + 1) * tick
    if model.capabilities.kind == .watch { return isBusy ? nextTick : nextTick + answerMs }
    guard model.pane == .picture, !model.isProjected, width >= 80 else { return nextTick }
    let figure = Figure(model, view, width: width, height: 24)
    let ages = view.picture.members.compactMap { figure.heartbeatAge($0) }
    let nextAge =
      (ages + [now - view.picture.stateSinceMs]).map { now + 1000 - $0 % 1000 }.min() ?? nextTick
    return max(now + 100, min(nextTick, nextAge, figure.scale.nextScrollMs))
  }

  /// Of a large group a frame takes longer, and nobody reads tenths of thousands of rows.
  private static func busyTickMs(_ picture: GroupPicture) -> Int64 {
    picture.partitions.count > 1000 ? 500 : 100
  }

  /// A group that is looked at is asked on the second: the answer, which is drawn, mostly comes
  /// within that time, and one frame shows it and the seconds.
  private static let answerMs: Int64 = 150
}
