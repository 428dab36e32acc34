import Feed
import Narration
import Screen

/// The settings that are in force, and everything that is due, counting down.
struct SettingsPane {
  private let model: BoardModel
  private let view: FeedView

  init(_ model: BoardModel, _ view: FeedView) {
    self.model = model
    self.view = view
  }

  func draw(_ canvas: inout Canvas) {
    let book = model.language.pane
    canvas.put(book.settings, x: 1, y: 0, role: .title)
    let room = max(0, canvas.height - 3)
    let settings = view.picture.facts?.settings ?? []
    let due = Countdowns.list(view.picture)
    if canvas.width >= 96 {
      let half = canvas.width / 2
      draw(settings, rows: 2..<(2 + room), &canvas)
      canvas.put(book.countdowns, x: half, y: 0, role: .title)
      draw(due, x: half, rows: 2..<(2 + room), &canvas)
    } else {
      let split = min(settings.count, max(room - due.count - 1, room / 2))
      draw(settings, rows: 2..<(2 + split), &canvas)
      canvas.put(book.countdowns, x: 1, y: 3 + split, role: .label)
      draw(due, x: 1, rows: (4 + split)..<max(4 + split, 2 + room), &canvas)
    }
    Footer(model, view.picture).draw(&canvas, y: canvas.height - 1)
  }

  /// Which of a list stand in so many rows; where more follow, the last row counts them.
  private func shown(_ count: Int, _ rows: Int) -> Range<Int> {
    let first = min(model.logScroll, max(0, count - rows))
    let isEnd = first + rows >= count
    return first..<min(count, first + max(0, isEnd ? rows : rows - 1))
  }

  private func name(_ setting: Setting) -> String { model.language.pane.setting(setting.key) }

  private func draw(_ settings: [Setting], rows: Range<Int>, _ canvas: inout Canvas) {
    let widest = settings.reduce(0) { max($0, DisplayWidth.of(name($1))) }
    let values = settings.reduce(0) { max($0, min(24, DisplayWidth.of($1.value))) }
    let shown = shown(settings.count, rows.count)
    if shown.upperBound < settings.count, let y = rows.last {
      canvas.put(
        model.language.pane.moreSettings(settings.count - shown.upperBound), x: 1, y: y,
        role: .quiet)
    }
    for (setting, y) in zip(settings[shown], rows) {
      canvas.put(name(setting), x: 1, y: y, role: .text)
      let x = min(widest + 3, 40)
      let end = canvas.put(setting.value, x: x, y: y, role: .strong)
      canvas.put(
        model.language.pane.place(setting.place), x: max(end + 1, x + values + 2), y: y,
        role: .quiet)
    }
  }

  private func draw(_ due: [Countdowns.Item], x: Int, rows: Range<Int>, _ canvas: inout Canvas) {
    if due.isEmpty, let y = rows.first {
      canvas.put(model.language.pane.nothingDue, x: x, y: y, role: .quiet)
    }
    let shown = shown(due.count, rows.count)
    if shown.upperBound < due.count, let y = rows.last {
      let text = model.language.pane.moreDue(due.count - shown.upperBound)
      canvas.put(
        TextWrap.first(text, width: canvas.width - x - 26), x: x + 26, y: y, role: .quiet)
    }
    for (item, y) in zip(due[shown], rows) {
      let left = max(0, item.dueMs - view.picture.timeMs)
      canvas.put(model.language.figure.seconds(ms: left), before: x + 10, y: y, role: .due)
      if let full = item.fullMs {
        let length = Int(min(left, max(0, full)) * 12 / max(1, full))
        canvas.fill(Rect(x: x + 12, y: y, width: length, height: 1), with: "─", role: .lagBar)
      }
      canvas.put(model.language.pane.meaning(item.deadline), x: x + 26, y: y, role: .text)
    }
  }
}
