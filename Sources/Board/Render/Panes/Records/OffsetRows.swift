import Feed
import KafkaModel
import Narration
import Screen

/// Where each partition stands: what is committed, how far it was read, where its log ends. What
/// lies between the first two is read twice if its reader is gone now.
struct OffsetRows {
  private let picture: GroupPicture
  private let book: any PanePhrasebook
  private let labels: PartitionLabels
  private let limit: Int

  init(_ picture: GroupPicture, _ book: any PanePhrasebook, limit: Int) {
    self.picture = picture
    self.book = book
    self.limit = limit
    labels = PartitionLabels(picture)
  }

  /// The header's row included.
  var rows: Int { 1 + min(limit, picture.partitions.count) }

  private static let gap = 3

  func draw(_ canvas: inout Canvas, y: Int) {
    let heads = [book.committed, book.readTo, book.logEnd, book.notCommitted]
    let labelWidth = min(20, max(labels.longest, DisplayWidth.of(book.partition)))
    let first = 1 + labelWidth
    canvas.put(book.partition, x: 1, y: y, role: .label)
    var ends: [Int] = []
    var x = first
    for head in heads {
      x += Self.gap + max(8, DisplayWidth.of(head))
      canvas.put(head, before: x, y: y, role: .label)
      ends.append(x)
    }
    let hidden = picture.partitions.count - min(limit, picture.partitions.count)
    if hidden > 0 {
      canvas.put(book.more(hidden), before: canvas.width - 1, y: y, role: .quiet)
    }
    for place in picture.partitions.indices.prefix(limit) {
      let label = labels.text(picture.partitions[place], width: labelWidth)
      canvas.put(label, x: 1, y: y + 1 + place, role: .text)
      draw(place, ends, &canvas, y: y + 1 + place)
    }
  }

  private func draw(_ place: Int, _ ends: [Int], _ canvas: inout Canvas, y: Int) {
    let partition = picture.partitions[place]
    let committed = partition.committed.flatMap { $0.value >= 0 ? $0 : nil }
    let open = committed.map { _ in openRecords(partition) }
    let end = partition.logEnd(atMs: picture.timeMs)
    let cells = [text(committed), text(partition.readTo), text(end), open.map { "\($0)" } ?? ""]
    for (cell, end) in zip(cells, ends) { canvas.put(cell, before: end, y: y, role: .text) }
    let x = (ends.last ?? 0) + 2
    let room = canvas.width - 1 - x
    if let position = partition.position, let readTo = partition.readTo, position < readTo {
      let text = ColumnText.words(book.readsAgain(until: readTo), width: room)
      canvas.put(text, x: x, y: y, role: .warning)
    } else if let open {
      let most = picture.partitions.map(openRecords).max() ?? 0
      let bar = Bar.horizontal(value: open, full: Bar.roundFull(max(1, most)), columns: room)
      canvas.put(bar, x: x, y: y, role: .lagBar)
    }
  }

  private func text(_ offset: Offset?) -> String { offset.map { "\($0)" } ?? "-" }

  private func openRecords(_ partition: PartitionPicture) -> Int64 {
    guard let low = partition.committed, low.value >= 0, let high = partition.readTo else {
      return 0
    }
    return max(0, high - low)
  }
}
