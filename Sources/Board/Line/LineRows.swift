import Narration
import Screen

/// The line that is typed in the last row, and above it what is to be said about it.
struct LineRows {
  private let line: TypedLine
  private let book: any LinePhrasebook

  init(_ line: TypedLine, _ language: Language) {
    self.line = line
    book = language.line
  }

  /// Candidates take a third of the screen at most.
  func draw(_ canvas: inout Canvas) {
    let y = canvas.height - 1
    drawLine(y: y, &canvas)
    if let fault = line.fault {
      clear(y: y - 1, &canvas)
      let text = ColumnText.words(book.fault(fault), width: canvas.width - 2)
      canvas.put(text, x: 1, y: y - 1, role: .warning)
    } else {
      drawCandidates(above: y, &canvas)
    }
  }

  private func drawLine(y: Int, _ canvas: inout Canvas) {
    clear(y: y, &canvas)
    let start = canvas.put(line.purpose.rawValue, x: 1, y: y, role: .key)
    // The end is where one types.
    var shown = line.text
    while DisplayWidth.of(shown) > max(0, canvas.width - start - 2) { shown.removeFirst() }
    let cursor = canvas.put(shown, x: start, y: y, role: .strong)
    canvas.put(" ", x: cursor, y: y, role: .selection)
    guard line.text.isEmpty else { return }
    canvas.put(
      TextWrap.first(hint, width: canvas.width - cursor - 4), x: cursor + 3, y: y,
      role: .quiet)
  }

  private var hint: String {
    line.purpose == .filter ? book.filterHint : book.commandHint
  }

  private func drawCandidates(above y: Int, _ canvas: inout Canvas) {
    let room = canvas.width - 2
    var rows: [[LineCandidate]] = []
    var used = room
    for candidate in line.candidates {
      let width = DisplayWidth.of(text(candidate)) + 2
      if used + width > room {
        rows.append([])
        used = 0
      }
      rows[rows.count - 1].append(candidate)
      used += width
    }
    let shown = rows.prefix(max(1, canvas.height / 3))
    for (index, row) in shown.enumerated() {
      let rowY = y - shown.count + index
      clear(y: rowY, &canvas)
      var x = 1
      for candidate in row {
        let end = canvas.put(candidate.text, x: x, y: rowY, role: .text)
        if candidate.note.isEmpty {
          x = end + 2
        } else {
          x = canvas.put(candidate.note, x: end + 1, y: rowY, role: .quiet) + 2
        }
      }
    }
    let hidden = rows.dropFirst(shown.count).reduce(0) { $0 + $1.count }
    if hidden > 0 {
      canvas.put("  › \(hidden)", before: canvas.width - 1, y: y - 1, role: .quiet)
    }
  }

  private func text(_ candidate: LineCandidate) -> String {
    candidate.note.isEmpty ? candidate.text : "\(candidate.text) \(candidate.note)"
  }

  private func clear(y: Int, _ canvas: inout Canvas) {
    canvas.fill(Rect(x: 0, y: y, width: canvas.width, height: 1))
  }
}
