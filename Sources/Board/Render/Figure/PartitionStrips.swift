import Feed
import Narration
import Screen

/// Many partitions: one column each, a strip a topic, the owner's letter above the lag.
struct PartitionStrips {
  /// Part of a topic that stands on one row.
  private struct Strip {
    var topic: String
    var places: ArraySlice<Int>
  }

  private let figure: Figure
  private let labelWidth: Int
  /// Columns a partition takes: with brackets, with a blank, or just one.
  private let pitch: Int
  private let fullLag: Int64
  private let picture: GroupPicture
  private var now: Int64 { picture.timeMs }

  init(_ figure: Figure) {
    self.figure = figure
    picture = figure.picture
    let topics = picture.table.topics
    let longest = topics.reduce(0) { max($0, DisplayWidth.of($1.name.text)) }
    labelWidth = max(6, min(longest, 16)) + 2
    let most = topics.reduce(1) { max($0, $1.places.count) }
    let each = (figure.columns.width - 2 - labelWidth - Self.secondsWidth) / most
    pitch = each >= 6 ? 6 : each >= 4 ? 4 : each >= 2 ? 2 : 1
    fullLag = figure.fullLag
  }

  /// At the right of a strip: the longest time that one of its partitions is not read.
  private static let secondsWidth = 10

  func draw(_ canvas: inout Canvas) {
    let room = figure.columns.width - 2 - labelWidth
    let columns = max(1, (pitch > 1 ? room - Self.secondsWidth : room) / pitch)
    let strips = strips(columns: columns)
    // The header row belongs to the strips too, and one row is kept for what is left out.
    let rows = max(1, figure.rows.bandY - figure.rows.headerY - 1)
    let rowsEach = strips.count * 3 <= rows ? 3 : strips.count * 2 <= rows ? 2 : 1
    let fitting = max(1, rows / rowsEach)
    let first = firstShown(strips, fitting)
    let shown = strips[first..<min(strips.count, first + fitting)]
    drawNumbers(strips.reduce(0) { max($0, $1.places.count) }, &canvas)
    for (row, strip) in shown.enumerated() {
      let y = figure.rows.headerY + 1 + row * rowsEach
      draw(strip, y: y, hasLag: rowsEach > 1, &canvas)
    }
    drawRest(shown, y: figure.rows.bandY - 1, all: strips.count, &canvas)
  }

  private func strips(columns: Int) -> [Strip] {
    picture.table.topics.sorted { $0.name < $1.name }.flatMap { topic in
      stride(from: 0, to: topic.places.count, by: columns).map { first in
        Strip(
          topic: first == 0 ? topic.name.text : "‹\(first)",
          places: topic.places[first...].prefix(columns))
      }
    }
  }

  /// Scrolled so that the selected partition is seen.
  private func firstShown(_ strips: [Strip], _ fitting: Int) -> Int {
    guard let selected = figure.model.selectedPartition,
      let at = strips.firstIndex(where: { $0.places.contains(selected) })
    else { return 0 }
    return max(0, min(at - fitting / 2, strips.count - fitting))
  }

  private func drawNumbers(_ columns: Int, _ canvas: inout Canvas) {
    let y = figure.rows.headerY
    canvas.put(figure.book.partitionShort, x: 1, y: y, role: .label)
    for number in stride(from: 0, to: columns, by: pitch >= 4 ? 1 : pitch == 2 ? 5 : 10) {
      canvas.put("\(number)", x: 1 + labelWidth + number * pitch, y: y, role: .quiet)
    }
    if pitch > 1 {
      canvas.put(figure.book.notRead, before: canvas.width - 1, y: y, role: .label)
    }
  }

  private func draw(_ strip: Strip, y: Int, hasLag: Bool, _ canvas: inout Canvas) {
    canvas.put(
      ColumnText.clipped(strip.topic, width: labelWidth - 1), x: 1, y: y, role: .text)
    for (offset, place) in strip.places.enumerated() {
      let partition = picture.partitions[place]
      let x = 1 + labelWidth + offset * pitch
      let isSelected = figure.model.selectedPartition == place
      let badge = OwnerBadge(partition, figure.mark(place))
      let (glyph, role) =
        pitch >= 4 ? (badge.text, badge.role) : letter(place, partition, badge)
      canvas.put(glyph, x: pitch >= 4 ? x - 1 : x, y: y, role: isSelected ? .selection : role)
      drawVerdict(place, x: pitch >= 4 ? x + 2 : x + 1, y: y, &canvas)
      guard hasLag else { continue }
      let lag = partition.lag(atMs: now)
      let none: Glyph = figure.lagless(partition) == "-" ? "-" : "?"
      let bar = lag.map { Bar.vertical(value: $0, full: fullLag) ?? "▁" } ?? none
      canvas.put(
        bar, x: x, y: y + 1, role: partition.notReadSinceMs == nil ? .lagBar : .lagBarNotRead)
    }
    drawSeconds(strip, y: y, &canvas)
  }

  /// `+` moved, `!` moved though its owner was well.
  private func drawVerdict(_ place: Int, x: Int, y: Int, _ canvas: inout Canvas) {
    guard pitch > 1, let verdict = figure.verdict else { return }
    switch verdict.verdict(place) {
    case .moved: canvas.put("+", x: x, y: y, role: .strong)
    case .needless: canvas.put("!", x: x, y: y, role: .warning)
    case .kept, .none: break
    }
  }

  /// The longest time that one of them is not read; once all are read again, that one of them was
  /// not read because of the last rebalance.
  private func drawSeconds(_ strip: Strip, y: Int, _ canvas: inout Canvas) {
    guard pitch > 1 else { return }
    let end = canvas.width - 1
    if let ms = strip.places.compactMap({ picture.notReadMs($0) }).max() {
      canvas.put(figure.book.seconds(ms: ms), before: end, y: y, role: .notRead)
    } else if figure.verdict != nil,
      let ms = strip.places.map({ picture.accountNotReadMs($0) }).max(), ms > 0
    {
      canvas.put(figure.book.seconds(ms: ms), before: end, y: y, role: .holeInOneRow)
    }
  }

  private func letter(
    _ place: Int, _ partition: PartitionPicture, _ badge: OwnerBadge
  ) -> (String, Role) {
    if let mark = figure.mark(place) {
      let none = mark == .hidden ? "?" : "·"
      return (badge.owner?.letter.first.map { String($0) } ?? none, badge.role)
    }
    guard let owner = partition.shownOwner, let first = owner.letter.first else {
      return partition.status == .unknown ? ("?", .quiet) : ("·", .notRead)
    }
    let isRead = partition.status.isRead
    if partition.status == .unknown { return (String(first), .quiet) }
    return (String(first), isRead ? .ownerLetter(Hue(owner: owner.index)) : .notRead)
  }

  private func drawRest(
    _ shown: ArraySlice<Strip>, y: Int, all: Int, _ canvas: inout Canvas
  ) {
    guard shown.count < all else { return }
    let seen = shown.reduce(0) { $0 + $1.places.count }
    let total = picture.partitions.count { $0.notReadSinceMs != nil }
    let seenNotRead = shown.reduce(0) { sum, strip in
      sum + strip.places.count { picture.partitions[$0].notReadSinceMs != nil }
    }
    let text = figure.book.morePartitions(
      picture.partitions.count - seen, notRead: total - seenNotRead)
    canvas.fill(Rect(x: 0, y: y, width: canvas.width, height: 1))
    canvas.put(text, x: 1 + labelWidth, y: y, role: .quiet)
  }
}
