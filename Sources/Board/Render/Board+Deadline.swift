import Feed

extension Board {
  /// When the frame looks different next, if nothing happens: a column scrolls, a counter ticks
  /// (in tenths only while something is due or not read). At most ten times a second; nil while
  /// the clock stands.
  public static func nextChangeMs(_ model: BoardModel, _ view: FeedView, width: Int) -> Int64? {
    let isLive = model.capabilities.kind.isLive
    guard model.isPlaying || isLive, !model.isHelpShown else { return nil }
    let now = view.picture.timeMs
    let tick: Int64 =
      model.pane == .settings || Busyness.isBusy(view.picture)
      ? 100 : 1000
    let nextTick = (now / tick + 1) * tick
    guard model.pane == .picture, !model.isProjected, width >= 80 else { return nextTick }
    let figure = Figure(model, view, width: width, height: 24)
    let ages = view.picture.members.compactMap { figure.heartbeatAge($0) }
    let nextAge =
      (ages + [now - view.picture.stateSinceMs]).map { now + 1000 - $0 % 1000 }.min() ?? nextTick
    return max(now + 100, min(nextTick, nextAge, figure.scale.nextScrollMs))
  }
}
