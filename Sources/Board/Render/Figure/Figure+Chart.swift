import Screen

extension Figure {
  /// How many partitions nobody read, over time: its area is the cost.
  func drawChart(_ canvas: inout Canvas) {
    guard columns.historyWidth > 0 else { return }
    let chart = UnreadChart(view, Array(picture.partitions.indices), scale: scale)
    for (x, count) in chart.counts.enumerated() {
      let bar = Bar.vertical(value: Int64(count), full: Int64(picture.partitions.count))
      guard let bar else { continue }
      canvas.put(bar, x: columns.historyX + x, y: rows.detailY, role: .lagBarNotRead)
    }
  }
}
