import Narration
import Screen

extension Home {
  /// The home screen in a frame of any size.
  public static func render(_ model: HomeModel, width: Int, height: Int) -> Frame {
    var frame = Frame(width: width, height: height)
    let book = model.language.home
    frame.draw(in: frame.bounds) { canvas in
      heading(model, book, &canvas)
      let rows = HomeRows(model, book).list
      let room = max(1, height - 5)
      let chosen = rows.firstIndex(where: \.isSelected) ?? 0
      let first = max(0, min(chosen - room / 2, rows.count - room))
      for (y, row) in rows.dropFirst(first).prefix(room).enumerated() {
        // A list that has been scrolled still says what it is a list of.
        draw(row, isFirst: y == 0, y: y + 2, &canvas)
      }
      let figure = model.language.figure
      let below = rows.count - first - room
      if first > 0 { more("↑ \(figure.more(first))", y: 1, &canvas) }
      if below > 0 { more("↓ \(figure.more(below))", y: room + 2, &canvas) }
      footer(model, book, &canvas)
    }
    return frame
  }

  /// How many rows of the list are scrolled out of sight.
  private static func more(_ text: String, y: Int, _ canvas: inout Canvas) {
    canvas.put(text, before: canvas.width - 1, y: y, role: .quiet)
  }

  private static func heading(
    _ model: HomeModel, _ book: any HomePhrasebook, _ canvas: inout Canvas
  ) {
    let after = canvas.put("regroup", x: 1, y: 0, role: .title)
    let languages = "English · 한국어"
    let start = canvas.width - 1 - DisplayWidth.of(languages)
    let subtitle = ColumnText.clipped(book.subtitle, width: canvas.width - after - 3)
    let end = canvas.put(subtitle, x: after + 2, y: 0, role: .quiet)
    guard start > end + 1 else { return }
    let isKorean = model.language == .korean
    var x = canvas.put("English", x: start, y: 0, role: isKorean ? .quiet : .text)
    x = canvas.put(" · ", x: x, y: 0, role: .faint)
    canvas.put("한국어", x: x, y: 0, role: isKorean ? .text : .quiet)
  }

  private static func draw(_ row: HomeRow, isFirst: Bool, y: Int, _ canvas: inout Canvas) {
    let hasSections = canvas.width >= 60
    let markX = hasSections ? 11 : 2
    let titleX = markX + row.markWidth
    let showsX = titleX + row.titleWidth
    let role: (Role) -> Role = { row.isSelected ? .selection : $0 }
    if row.isSelected {
      canvas.fill(
        Rect(x: markX - 1, y: y, width: canvas.width - markX, height: 1), role: .selection)
    }
    if hasSections, isFirst || row.isFirstOfSection {
      canvas.put(row.section, x: 1, y: y, role: .label)
    }
    canvas.put(row.mark, x: markX, y: y, role: role(.quiet))
    let titleWidth = min(showsX, canvas.width) - titleX - 1
    canvas.put(
      ColumnText.clipped(row.title, width: titleWidth), x: titleX, y: y, role: role(.strong))
    canvas.put(
      ColumnText.clipped(row.shows, width: canvas.width - showsX - 1), x: showsX, y: y,
      role: role(.text))
  }

  private static func footer(
    _ model: HomeModel, _ book: any HomePhrasebook, _ canvas: inout Canvas
  ) {
    let y = canvas.height - 1
    guard y > 1 else { return }
    if let typed = model.prompt {
      let end = canvas.put(book.askAddress + " ", x: 1, y: y - 1, role: .label)
      let shown = String(typed.suffix(max(0, canvas.width - end - 2)))
      let cursor = canvas.put(shown, x: end, y: y - 1, role: .strong)
      canvas.put(" ", x: cursor, y: y - 1, role: .selection)
      let hint = model.isAddressBad ? book.badAddress : ""
      canvas.put(hint, x: cursor + 2, y: y - 1, role: .warning)
      keys([("Enter", book.open), ("Esc", book.cancel)], y, &canvas)
    } else {
      keys(
        [("↑↓", book.choose), ("Enter", book.open), ("L", book.language), ("q", book.quit)], y,
        &canvas)
    }
  }

  private static func keys(_ list: [(String, String)], _ y: Int, _ canvas: inout Canvas) {
    var x = 1
    for (key, word) in list {
      let width = DisplayWidth.of(key) + 1 + DisplayWidth.of(word)
      guard x + width < canvas.width else { return }
      let after = canvas.put(key, x: x, y: y, role: .key)
      x = canvas.put(word, x: after + 1, y: y, role: .quiet) + 3
    }
  }
}
