import Feed
import Screen

/// A member's past: what it did, and marks on the moments.
struct MemberLane {
  private let figure: Figure
  private let spans: ArraySlice<Timeline.LaneSpan>
  private let marks: [Timeline.LaneMark]

  init(_ figure: Figure, _ slot: MemberSlot) {
    self.figure = figure
    let timeline = figure.timeline
    let now = figure.picture.timeMs
    let all = timeline.lanes.indices.contains(slot.index) ? timeline.lanes[slot.index] : []
    spans = all.prefix { $0.fromMs <= now }
    let start = figure.scale.startMs
    marks =
      timeline.marks.indices.contains(slot.index)
      ? timeline.marks[slot.index].filter { $0.atMs >= start && $0.atMs <= now } : []
  }

  func draw(_ canvas: inout Canvas) {
    var end = figure.columns.historyWidth
    for span in spans.reversed() {
      let start = max(0, figure.scale.column(of: span.fromMs))
      let glyph: Glyph? =
        switch span.style {
        case .reads: "─"
        case .waits: "╌"
        case .gone, .unknown: nil
        }
      if let glyph, start < end {
        canvas.fill(
          Rect(x: start, y: 0, width: end - start, height: 1), with: glyph, role: .text)
      }
      end = min(end, start)
      if end == 0 { break }
    }
    drawMarks(&canvas)
  }

  /// Where two fall into one column the later one moves on if there is room.
  private func drawMarks(_ canvas: inout Canvas) {
    var taken = -1
    for mark in marks {
      var column = figure.scale.column(of: mark.atMs)
      if column <= taken {
        guard taken + 1 < figure.columns.historyWidth, column + 1 >= taken else { continue }
        column = taken + 1
      }
      taken = column
      let (glyph, role) = Self.look(mark.kind)
      canvas.put(glyph, x: column, y: 0, role: role)
    }
  }

  private static func look(_ kind: Timeline.LaneMark.Kind) -> (Glyph, Role) {
    switch kind {
    case .joinSent: ("J", .strong)
    case .syncSent: ("S", .strong)
    case .died: ("†", .notRead)
    case .removed: ("✗", .holeInOneRow)
    case .leaveSent: ("L", .strong)
    case .pollMissed: ("P", .notRead)
    }
  }
}
