import Narration
import Screen

/// All keys by section, from the key table.
struct HelpPage {
  private let book: any KeyPhrasebook

  init(_ language: Language) { book = language.keys }

  func draw(_ canvas: inout Canvas) {
    canvas.put(book.helpTitle, x: 1, y: 0, role: .title)
    let half = canvas.width / 2
    if canvas.width >= 76 {
      draw([.act, .group, .choose], x: 1, &canvas)
      draw([.time, .view], x: half, &canvas)
    } else {
      draw(KeyAction.Section.allCases, x: 1, &canvas)
    }
    if canvas.height > 3 {
      let y = canvas.height - 1
      canvas.fill(Rect(x: 0, y: y, width: canvas.width, height: 1))
      canvas.put(book.closesHelp, x: 1, y: y, role: .quiet)
    }
  }

  private func draw(_ sections: [KeyAction.Section], x: Int, _ canvas: inout Canvas) {
    let entries = KeyTable.entries
    var y = 2
    let labelWidth = entries.filter { sections.contains($0.action.section) }
      .reduce(0) { max($0, DisplayWidth.of(KeyTable.allLabels($1))) }
    for section in sections {
      canvas.put(book.section(section), x: x, y: y, role: .label)
      y += 1
      for entry in entries where entry.action.section == section {
        canvas.put(KeyTable.allLabels(entry), x: x + 1, y: y, role: .key)
        canvas.put(book.long(entry.action), x: x + labelWidth + 3, y: y, role: .text)
        y += 1
      }
      y += 1
    }
  }
}
