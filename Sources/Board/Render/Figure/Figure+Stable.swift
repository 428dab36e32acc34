import Feed
import KafkaModel
import Narration
import Screen

/// Where a partition's last stable offset is below its high watermark.
extension Figure {
  /// The end of the lag's bar: what an open transaction keeps from read_committed readers.
  func drawHeld(_ place: Int, y: Int, fullLag: Int64, _ canvas: inout Canvas) {
    let partition = picture.partitions[place]
    guard columns.barWidth > 0, let stable = picture.stableOffset(place),
      let end = partition.logEnd(atMs: picture.timeMs),
      let lag = partition.lag(atMs: picture.timeMs)
    else { return }
    let free = max(0, lag - (end - stable))
    func length(_ value: Int64) -> Int {
      Bar.horizontal(value: value, full: fullLag, columns: columns.barWidth).count
    }
    // One column at least: that something is held is not rounded away.
    let to = max(1, length(lag))
    let from = min(length(free), to - 1)
    canvas.fill(
      Rect(x: columns.barX + from, y: y, width: to - from, height: 1), with: "▒", role: .warning)
  }

  /// Right of *now*, in place of the last verdict; whether there was something to draw.
  func drawStableOffset(_ place: Int, y: Int, _ canvas: inout Canvas) -> Bool {
    guard let stable = picture.stableOffset(place) else { return false }
    let book = model.language.transactions
    let end = picture.partitions[place].logEnd(atMs: picture.timeMs)
    let texts = [end, nil].map { book.stableOffset(stable, of: $0) }
    // One column stays free on both sides.
    let text = texts.first { DisplayWidth.of($0) <= columns.dueWidth - 1 } ?? texts[1]
    canvas.put(
      ColumnText.clipped(text, width: columns.dueWidth), before: columns.width - 1, y: y,
      role: .warning)
    return true
  }
}
