import Feed
import Narration
import Screen

/// What happened, one line each, the newest at the bottom.
struct LogPane {
  private let model: BoardModel
  private let view: FeedView

  init(_ model: BoardModel, _ view: FeedView) {
    self.model = model
    self.view = view
  }

  func draw(_ canvas: inout Canvas) {
    let book = model.language.pane
    canvas.put(book.log, x: 1, y: 0, role: .title)
    let room = max(0, canvas.height - 4)
    let lines = lines(count: room)
    if lines.isEmpty { canvas.put(book.noLog, x: 1, y: 2, role: .quiet) }
    for (row, line) in lines.enumerated() {
      draw(line, y: 2 + row, &canvas)
    }
    Footer(model, view.picture).draw(&canvas, y: canvas.height - 1)
  }

  private func draw(_ line: (TimedEvent, LogRemark), y: Int, _ canvas: inout Canvas) {
    let time = TimeText.clock(ms: line.0.timeMs)
    canvas.put(ColumnText.right(time, width: 8), x: 1, y: y, role: .quiet)
    let isNew = view.previous.map { line.0.timeMs > $0.timeMs } ?? false
    let phrase = line.1.text(in: model.language)
    let isInferred = line.0.provenance == .inferred
    phrase.draw(x: 11, y: y, plain: isNew ? .changed : isInferred ? .quiet : .text, &canvas)
  }

  /// The last ones that have a line, scrolled back as the model says.
  private func lines(count: Int) -> [(TimedEvent, LogRemark)] {
    var found: [(TimedEvent, LogRemark)] = []
    var skip = model.logScroll
    for timed in view.log.reversed() where timed.timeMs <= view.picture.timeMs {
      guard found.count < count else { break }
      guard let remark = Narrator.logLine(timed, view.picture, view.timeline) else { continue }
      if skip > 0 {
        skip -= 1
      } else {
        found.append((timed, remark))
      }
    }
    return found.reversed()
  }
}
