import Feed

/// How many of some partitions nobody read, column by column: the area is the cost.
struct UnreadChart {
  private(set) var counts: [Int]

  /// - Parameter places: the partitions', in the picture.
  init(_ view: FeedView, _ places: [Int], scale: TimeScale) {
    // What begins is counted up, what ends counted down; the running sum is the height.
    var steps = Array(repeating: 0, count: max(0, scale.columns) + 1)
    for place in places where view.timeline.ribbons.indices.contains(place) {
      Self.add(view.timeline.ribbons[place], upToMs: view.picture.timeMs, scale, &steps)
    }
    var height = 0
    counts = steps.dropLast().map { step in
      height += step
      return height
    }
  }

  private static func add(
    _ ribbon: [Timeline.RibbonSpan], upToMs nowMs: Int64, _ scale: TimeScale,
    _ steps: inout [Int]
  ) {
    let width = scale.columns
    var end = width
    for span in ribbon.reversed() where span.fromMs <= nowMs {
      let column = scale.column(of: span.fromMs)
      let from = min(max(0, column), width)
      let isHole = !span.status.isRead && span.status != .unknown
      // A short hole keeps its column.
      let to = isHole ? max(end, min(from + 1, width)) : end
      if isHole, column < width, from < to {
        steps[from] += 1
        steps[to] -= 1
      }
      end = from
      if column < 0 { return }
    }
  }
}
