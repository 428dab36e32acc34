import Narration
import Screen

/// A presenter's notes as a screen.
public struct NotesPage {
  /// Nil while there is no presentation.
  public var sheet: NotesSheet?
  /// Where it is waited for.
  public var path: String
  public var language: Language
  /// Rows of the sections that are above the screen.
  public var scroll = 0

  public init(sheet: NotesSheet? = nil, path: String, language: Language) {
    self.sheet = sheet
    self.path = path
    self.language = language
  }

  private struct Row {
    var label = ""
    var text = ""
    var role = Role.text
  }

  public func frame(width: Int, height: Int) -> Frame {
    var frame = Frame(width: width, height: height)
    frame.draw(in: Rect(x: 0, y: 0, width: width, height: height)) { canvas in
      guard let sheet else { return drawWaiting(&canvas) }
      drawHeading(sheet, &canvas)
      drawRows(sheet, &canvas)
      drawFooter(&canvas)
    }
    return frame
  }

  /// How far it can be scrolled.
  public func mostScroll(width: Int, height: Int) -> Int {
    guard let sheet else { return 0 }
    return max(0, rows(sheet, width: width, height: height).count - bodyHeight(height))
  }

  /// Two rows of heading, a blank one, and the last one.
  private func bodyHeight(_ height: Int) -> Int { max(1, height - (height < 12 ? 3 : 4)) }

  private func drawWaiting(_ canvas: inout Canvas) {
    canvas.put(language.notes.title, x: 1, y: 0, role: .title)
    let text = "\(language.notes.waits)\n\(path)"
    for (row, line) in TextWrap.lines(text, width: canvas.width - 2).enumerated() {
      canvas.put(line, x: 1, y: 2 + row, role: row == 0 ? .text : .quiet)
    }
    drawFooter(&canvas)
  }

  private func drawHeading(_ sheet: NotesSheet, _ canvas: inout Canvas) {
    let words = sheet[language]
    let timeX = canvas.put(sheet.time, before: canvas.width - 1, y: 0, role: .strong)
    let titleX = sheet.figure.isEmpty ? 1 : canvas.put(sheet.figure, x: 1, y: 0, role: .quiet) + 2
    canvas.put(
      ColumnText.clipped(words.title, width: timeX - titleX - 1), x: titleX, y: 0, role: .title)
    var x = 1
    if !words.beat.isEmpty { x = canvas.put(" \(words.beat) ", x: x, y: 1, role: .beat) + 2 }
    let step = sheet.step.map { language.figure.step($0, of: sheet.steps) } ?? ""
    let rest = [step, words.state].filter { !$0.isEmpty }.joined(separator: "   ")
    canvas.put(ColumnText.clipped(rest, width: canvas.width - x - 1), x: x, y: 1, role: .quiet)
  }

  private func drawRows(_ sheet: NotesSheet, _ canvas: inout Canvas) {
    let rows = rows(sheet, width: canvas.width, height: canvas.height)
    let room = bodyHeight(canvas.height)
    let first = min(scroll, max(0, rows.count - room))
    let top = canvas.height - 1 - room
    let textX = labelWidth(sheet, canvas.width)
    for (place, row) in rows.dropFirst(first).prefix(room).enumerated() {
      canvas.put(row.label, x: 1, y: top + place, role: .label)
      canvas.put(row.text, x: textX, y: top + place, role: row.role)
    }
    let below = rows.count - first - room
    guard below > 0 else { return }
    let more = " ↓ \(language.figure.more(below)) "
    canvas.put(more, before: canvas.width - 1, y: canvas.height - 1, role: .due)
  }

  private func labelWidth(_ sheet: NotesSheet, _ width: Int) -> Int {
    let widest = NotesSection.all(sheet, in: language).reduce(0) {
      max($0, DisplayWidth.of($1.label))
    }
    return min(widest + 3, max(1, width / 3))
  }

  /// With blank rows between the sections if all of it fits then.
  private func rows(_ sheet: NotesSheet, width: Int, height: Int) -> [Row] {
    let loose = rows(sheet, width: width, isLoose: true)
    return loose.count <= bodyHeight(height) ? loose : rows(sheet, width: width, isLoose: false)
  }

  private func rows(_ sheet: NotesSheet, width: Int, isLoose: Bool) -> [Row] {
    let textWidth = width - labelWidth(sheet, width) - 1
    var rows: [Row] = []
    for section in NotesSection.all(sheet, in: language) {
      if isLoose, !rows.isEmpty { rows.append(Row()) }
      let lines = section.lines.flatMap { TextWrap.lines($0, width: textWidth) }
      for (place, line) in lines.enumerated() {
        rows.append(
          Row(
            label: place == 0 ? section.label : "", text: line,
            role: section.isStrong ? .strong : .text))
      }
    }
    return rows
  }

  private func drawFooter(_ canvas: inout Canvas) {
    guard canvas.height > 3 else { return }
    let book = language.keys
    var x = 1
    let keys = [
      ("q", book.short(.quit)), ("L", book.short(.language)), ("↑↓", language.notes.scroll),
    ]
    for (label, word) in keys {
      let end = x + DisplayWidth.of(label) + 1 + DisplayWidth.of(word)
      guard end < canvas.width - 12 else { return }
      let after = canvas.put(label, x: x, y: canvas.height - 1, role: .key)
      x = canvas.put(word, x: after + 1, y: canvas.height - 1, role: .quiet) + 3
    }
  }
}
