import Feed
import Screen

extension Figure {
  /// How many partitions nobody read, over time: its area is the cost.
  func drawChart(_ canvas: inout Canvas) {
    let width = columns.historyWidth
    guard width > 0 else { return }
    // What begins is counted up, what ends counted down; the running sum is the height.
    var steps = Array(repeating: 0, count: width + 1)
    for ribbon in timeline.ribbons { add(ribbon, &steps) }
    var height = 0
    for x in 0..<width {
      height += steps[x]
      let bar = Bar.vertical(value: Int64(height), full: Int64(picture.partitions.count))
      guard let bar else { continue }
      canvas.put(bar, x: columns.historyX + x, y: rows.detailY, role: .lagBarNotRead)
    }
  }

  private func add(_ ribbon: [Timeline.RibbonSpan], _ steps: inout [Int]) {
    let width = columns.historyWidth
    var end = width
    for span in ribbon.reversed() where span.fromMs <= picture.timeMs {
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
