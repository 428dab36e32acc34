import Feed
import Narration
import Screen

/// What happened, the newest at the bottom; what is longer than a row goes on below it. What caused
/// it stays in sight: it takes the first line where it would have scrolled out.
struct LogPane {
  /// A line of the log in the rows that it takes.
  private struct Entry {
    var line: LogLines.Line
    var rows: [Phrase]
  }

  private let model: BoardModel
  private let view: FeedView

  init(_ model: BoardModel, _ view: FeedView) {
    self.model = model
    self.view = view
  }

  private static let textX = 11
  /// Of what goes on in another row.
  private static let indent = 2

  func draw(_ canvas: inout Canvas) {
    let book = model.language.pane
    canvas.put(book.log, x: 1, y: 0, role: .title)
    let log = LogLines.shown(model, view)
    FilterNote(model, kept: log.lines.count, of: log.all).draw(&canvas)
    let area = 2..<max(2, canvas.height - 2)
    if log.all == 0 { canvas.put(book.noLog, x: 1, y: 2, role: .quiet) }
    var y = area.lowerBound
    for entry in shown(log.lines, rows: area.count, width: canvas.width) {
      draw(entry, y: &y, before: area.upperBound, &canvas)
    }
    Footer(model, view.picture).draw(&canvas, y: canvas.height - 1)
  }

  private func draw(_ entry: Entry, y: inout Int, before end: Int, _ canvas: inout Canvas) {
    let time = TimeText.clock(ms: entry.line.timeMs)
    canvas.put(ColumnText.right(time, width: 8), x: 1, y: y, role: .quiet)
    let isNew = view.previous.map { entry.line.timeMs > $0.timeMs } ?? false
    let plain: Role = isNew ? .changed : entry.line.isInferred ? .quiet : .text
    for (index, row) in entry.rows.enumerated() where y < end {
      row.draw(x: Self.textX + (index == 0 ? 0 : Self.indent), y: y, plain: plain, &canvas)
      y += 1
    }
  }

  private func entry(_ line: LogLines.Line, width: Int) -> Entry {
    let phrase = line.remark.text(in: model.language)
    let room = width - Self.textX - 1
    let isLong = DisplayWidth.of(phrase.text) > room
    let rows = isLong ? PhraseLines.wrap(phrase, width: room - Self.indent) : [phrase]
    return Entry(line: line, rows: rows)
  }

  /// The last ones, scrolled back as the model says; the first page stays full.
  private func shown(_ all: [LogLines.Line], rows: Int, width: Int) -> [Entry] {
    var least = 0
    var filled = 0
    while least < all.count, filled < rows {
      filled += entry(all[least], width: width).rows.count
      if filled <= rows || least == 0 { least += 1 }
    }
    let end = max(least, all.count - model.logScroll)
    var entries: [Entry] = []
    var used = 0
    for line in all[..<end].reversed() {
      let next = entry(line, width: width)
      if used > 0, used + next.rows.count > rows { break }
      entries.append(next)
      used += next.rows.count
      if used >= rows { break }
    }
    entries.reverse()
    keepCause(&entries, before: end - entries.count, of: all, spare: rows - used, width: width)
    return entries
  }

  /// The cause takes the place of the first lines, as many as it needs rows.
  private func keepCause(
    _ entries: inout [Entry], before start: Int, of all: [LogLines.Line], spare: Int, width: Int
  ) {
    guard entries.count > 1, start > 0, !entries.contains(where: { $0.line.remark.isCause }),
      let cause = all[..<start].last(where: { $0.remark.isCause })
    else { return }
    let kept = entry(cause, width: width)
    var room = spare
    var dropped = 0
    while room < kept.rows.count, dropped < entries.count - 1 {
      room += entries[dropped].rows.count
      dropped += 1
    }
    entries.replaceSubrange(0..<dropped, with: [kept])
  }
}
