import Feed
import Narration
import Screen

/// What happened, one line each, the newest at the bottom. What caused it stays in sight: it takes
/// the first line where it would have scrolled out.
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
    let lines = shown(count: max(0, canvas.height - 4))
    if lines.isEmpty { canvas.put(book.noLog, x: 1, y: 2, role: .quiet) }
    for (row, line) in lines.enumerated() {
      draw(line, y: 2 + row, &canvas)
    }
    Footer(model, view.picture).draw(&canvas, y: canvas.height - 1)
  }

  private func draw(_ line: LogLines.Line, y: Int, _ canvas: inout Canvas) {
    let time = TimeText.clock(ms: line.timeMs)
    canvas.put(ColumnText.right(time, width: 8), x: 1, y: y, role: .quiet)
    let isNew = view.previous.map { line.timeMs > $0.timeMs } ?? false
    let phrase = line.remark.text(in: model.language)
    let x = 11
    phrase.draw(
      x: x, y: y, plain: isNew ? .changed : line.isInferred ? .quiet : .text, &canvas)
    let end = canvas.width - 1
    if x + DisplayWidth.of(phrase.text) > end, end > x + 2 {
      canvas.fill(Rect(x: end - 2, y: y, width: 3, height: 1))
      canvas.put("›", x: end - 1, y: y, role: .quiet)
    }
  }

  /// The last ones, scrolled back as the model says.
  private func shown(count: Int) -> [LogLines.Line] {
    let all = LogLines.all(view)
    let end = max(min(count, all.count), all.count - model.logScroll)
    let start = max(0, end - count)
    var lines = Array(all[start..<end])
    if count > 1, start > 0, !lines.contains(where: { $0.remark.isCause }),
      let cause = all[..<start].last(where: { $0.remark.isCause })
    {
      lines[0] = cause
    }
    return lines
  }
}
