import Narration
import Screen

/// One term at the foot, so that the picture it is about stays in sight.
struct GlossaryPanel {
  private let glossary: OpenGlossary
  private let book: any GlossaryPhrasebook

  init(_ glossary: OpenGlossary, _ language: Language) {
    self.glossary = glossary
    book = language.glossary
  }

  /// Over the rows above the last one, at most half of the screen.
  func draw(_ canvas: inout Canvas) {
    let width = max(2, min(100, canvas.width - 3))
    let meaning = TextWrap.lines(book.meaning(glossary.term), width: width)
    let most = max(2, canvas.height / 2)
    let lines = meaning.prefix(max(1, most - 2))
    let top = canvas.height - 2 - max(lines.count + 1, min(most, 5))
    canvas.fill(Rect(x: 0, y: top, width: canvas.width, height: canvas.height - 1 - top))
    canvas.fill(Rect(x: 0, y: top, width: canvas.width, height: 1), with: "─", role: .quiet)
    canvas.put(" \(book.title) ", x: 1, y: top, role: .label)
    canvas.put(" \(book.keys) ", before: canvas.width - 1, y: top, role: .quiet)
    drawName(y: top + 1, &canvas)
    for (row, line) in lines.enumerated() {
      // What has no room says so.
      let isCut = row == lines.count - 1 && lines.count < meaning.count
      let text = isCut ? ColumnText.words(line + " ", width: width - 2) + " ›" : line
      canvas.put(text, x: 1, y: top + 2 + row, role: .text)
    }
  }

  private func drawName(y: Int, _ canvas: inout Canvas) {
    let after = canvas.put(book.name(glossary.term), x: 1, y: y, role: .strong)
    let isAtHand = glossary.place < glossary.atHand
    let mark = isAtHand ? "\(book.atHand) · " : ""
    let count = "\(mark)\(glossary.place + 1)/\(glossary.terms.count)"
    if after + 2 + DisplayWidth.of(count) < canvas.width {
      canvas.put(count, x: after + 2, y: y, role: .quiet)
    }
  }
}
