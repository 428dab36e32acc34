import Feed
import Narration
import Screen

/// A partition's past: ink while it is read, a hole while it is not.
struct Ribbon {
  /// What one column shows. A time not read wins its column, however short it was.
  private enum Column: Equatable {
    case blank
    case read(MemberSlot?)
    case hole(isGhost: Bool)
  }

  /// A time not read that is over: the columns it takes and how long it was.
  private struct Stop {
    var from: Int
    var to: Int
    var ms: Int64
  }

  private let spans: ArraySlice<Timeline.RibbonSpan>
  private let nowMs: Int64
  private let scale: TimeScale
  private let book: any FigurePhrasebook

  /// - Parameter place: the partition's, in the picture.
  init(_ view: FeedView, _ place: Int, scale: TimeScale, book: any FigurePhrasebook) {
    self.scale = scale
    self.book = book
    nowMs = view.picture.timeMs
    let all = view.timeline.ribbons.indices.contains(place) ? view.timeline.ribbons[place] : []
    let now = nowMs
    spans = all[..<Self.count(all, upToMs: now)]
  }

  /// Spans that began by a time; found by halving, since the timeline may know the future.
  private static func count(_ spans: [Timeline.RibbonSpan], upToMs ms: Int64) -> Int {
    var (low, high) = (0, spans.count)
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].fromMs <= ms { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Into one row, into two with half a row of ink above, or into a block of more.
  func draw(_ canvas: inout Canvas) {
    let cells = columns()
    let isBlock = canvas.height > 2
    let y = isBlock ? canvas.height / 2 : canvas.height - 1
    let isTall = canvas.height > 1
    var before = Column.blank
    for (x, cell) in cells.enumerated() {
      switch cell {
      case .blank: break
      case .read(let slot):
        let hue = Hue(owner: slot?.index ?? 0)
        let isHead = before != cell
        if isBlock {
          canvas.fill(column(x, canvas), with: "█", role: .ownerRibbon(hue))
        } else if isTall {
          canvas.put("▄", x: x, y: 0, role: .ownerRibbon(hue))
        }
        if isHead, let slot {
          canvas.put(String(slot.letter.prefix(1)), x: x, y: y, role: .ownerRibbonTag(hue))
        } else {
          canvas.put(isTall ? "█" : "▇", x: x, y: y, role: .ownerRibbon(hue))
        }
      case .hole(let isGhost):
        let glyph: Glyph = isGhost ? "░" : "╍"
        if isBlock {
          canvas.fill(column(x, canvas), with: glyph, role: .hole)
        } else {
          canvas.put(glyph, x: x, y: y, role: isTall ? .hole : .holeInOneRow)
        }
      }
      before = cell
    }
    for stop in stops() { label(stop, cells, y: y, isTall: isTall, &canvas) }
  }

  private func column(_ x: Int, _ canvas: Canvas) -> Rect {
    Rect(x: x, y: 0, width: 1, height: canvas.height)
  }

  private func columns() -> [Column] {
    let width = scale.columns
    var cells = Array(repeating: Column.blank, count: max(0, width))
    var endMs = nowMs
    for span in spans.reversed() {
      let from = max(0, scale.column(of: span.fromMs))
      // A span that ends on a column's edge does not reach into that column.
      let lastMs = max(span.fromMs, endMs == nowMs ? endMs : endMs - 1)
      let to = scale.column(of: lastMs)
      if to < 0 { break }
      let cell = Self.look(span)
      for x in from...max(from, min(to, width - 1)) where x < width {
        cells[x] = Self.stronger(cells[x], cell)
      }
      endMs = span.fromMs
    }
    return cells
  }

  /// Later spans are drawn first, so what is there already is the later one.
  private static func stronger(_ later: Column, _ earlier: Column) -> Column {
    if case .hole = later { return later }
    if case .hole = earlier { return earlier }
    return later == .blank ? earlier : later
  }

  private static func look(_ span: Timeline.RibbonSpan) -> Column {
    switch span.status {
    case .read, .revoking: .read(span.slot)
    case .ghost: .hole(isGhost: true)
    case .assigned, .nobody: .hole(isGhost: false)
    case .unknown: .blank
    }
  }

  /// Times not read that are over and reach into the window.
  private func stops() -> [Stop] {
    var stops: [Stop] = []
    var endMs: Int64?
    var startMs: Int64?
    func close() {
      if let startMs, let endMs {
        let from = max(0, scale.column(of: startMs))
        let to = scale.column(of: max(startMs, endMs - 1))
        if to >= 0 { stops.append(Stop(from: from, to: to, ms: endMs - startMs)) }
      }
    }
    for span in spans.reversed() {
      if case .hole = Self.look(span) {
        startMs = span.fromMs
      } else {
        close()
        (startMs, endMs) = (nil, span.fromMs)
        if scale.column(of: span.fromMs) < 0 { return stops }
      }
    }
    close()
    return stops
  }

  /// Writes the seconds into a hole that is long enough to stay one on both sides.
  private func label(
    _ stop: Stop, _ cells: [Column], y: Int, isTall: Bool, _ canvas: inout Canvas
  ) {
    let text = " \(book.seconds(ms: stop.ms)) "
    let width = DisplayWidth.of(text)
    let room = stop.to - stop.from + 1
    guard room >= width + 2 else { return }
    canvas.put(
      text, x: stop.from + (room - width) / 2, y: y, role: isTall ? .holeText : .notRead)
  }
}
