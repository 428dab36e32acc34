import Feed
import Narration
import Screen

/// The keys that can do something with what is shown, by section, from the key table.
struct HelpPage {
  private enum Line {
    case heading(KeyAction.Section)
    case key(KeyTable.Row)
    case blank
  }

  private let book: any KeyPhrasebook
  private let can: Capabilities

  /// The part of the help that is open, over the whole screen, and how it is left.
  static func draw(_ part: HelpPart, _ model: BoardModel, _ canvas: inout Canvas) {
    let language = model.language
    let (title, closes) =
      part == .keys
      ? (language.keys.helpTitle, language.keys.closesHelp)
      : (language.signs.title, language.signs.closes)
    canvas.put(title, x: 1, y: 0, role: .title)
    switch part {
    case .keys: HelpPage(language, model.capabilities).drawKeys(&canvas)
    case .signs: SignsPage(language).draw(&canvas)
    }
    guard canvas.height > 3 else { return }
    let y = canvas.height - 1
    canvas.fill(Rect(x: 0, y: y, width: canvas.width, height: 1))
    canvas.put(closes, x: 1, y: y, role: .quiet)
  }

  private init(_ language: Language, _ can: Capabilities) {
    book = language.keys
    self.can = can
  }

  private func drawKeys(_ canvas: inout Canvas) {
    if canvas.width >= 76 {
      let (left, right) = columns(rows: canvas.height - 2)
      draw(left, x: 1, &canvas)
      draw(right, x: canvas.width / 2, &canvas)
    } else {
      draw(lines(KeyAction.Section.allCases, isLoose: true), x: 1, &canvas)
    }
  }

  /// Whole sections side by side, with blank rows between them if those fit; if nothing else does,
  /// a section goes on in the second column.
  private func columns(rows: Int) -> (ArraySlice<Line>, ArraySlice<Line>) {
    let all = KeyAction.Section.allCases
    for isLoose in [true, false] {
      let (left, right) = (lines(all[..<3], isLoose: isLoose), lines(all[3...], isLoose: isLoose))
      if max(left.count, right.count) <= rows { return (left, right) }
    }
    let flow = lines(all, isLoose: false)
    return (flow.prefix(max(0, rows)), flow.dropFirst(max(0, rows)))
  }

  private func lines(
    _ sections: some Sequence<KeyAction.Section>, isLoose: Bool
  ) -> ArraySlice<Line> {
    var lines: [Line] = []
    for section in sections {
      let rows = KeyTable.rows.filter { $0.section == section && works($0) }
      if rows.isEmpty { continue }
      if isLoose { lines.append(.blank) }
      lines.append(.heading(section))
      lines += rows.map(Line.key)
    }
    return lines[...]
  }

  private func works(_ row: KeyTable.Row) -> Bool {
    row.entries.contains { can.works($0.action) }
  }

  private func words(_ row: KeyTable.Row) -> String {
    can.expels && row.entries.contains { $0.action == .close } ? book.expelLong : row.words(book)
  }

  /// Long labels of one section leave the words of the others their room.
  private static func labelWidth(_ section: KeyAction.Section, in lines: ArraySlice<Line>) -> Int {
    lines.reduce(0) { widest, line in
      guard case .key(let row) = line, row.section == section else { return widest }
      return max(widest, DisplayWidth.of(row.labels))
    }
  }

  private func draw(_ lines: ArraySlice<Line>, x: Int, _ canvas: inout Canvas) {
    for (index, line) in lines.enumerated() {
      let y = 1 + index
      switch line {
      case .blank: break
      case .heading(let section): canvas.put(book.section(section), x: x, y: y, role: .label)
      case .key(let row):
        let labelWidth = Self.labelWidth(row.section, in: lines)
        canvas.put(row.labels, x: x + 1, y: y, role: .key)
        canvas.put(words(row), x: x + labelWidth + 3, y: y, role: .text)
      }
    }
  }
}
