import Feed
import Narration
import Screen

/// The tables of kafka-consumer-groups.sh, scrolled down by lines and to the right by columns.
struct DescribePane {
  private let model: BoardModel
  private let view: FeedView

  init(_ model: BoardModel, _ view: FeedView) {
    self.model = model
    self.view = view
  }

  func draw(_ canvas: inout Canvas) {
    let table = DescribeTable(view.picture, TextFilter(model))
    let rows = max(0, canvas.height - 2)
    let first = min(model.logScroll, max(0, table.lineCount - rows))
    var y = -first
    canvas.draw(in: Rect(x: 0, y: 0, width: canvas.width, height: rows)) { page in
      for block in table.blocks { draw(block, y: &y, &page) }
    }
    drawRest(table, left: table.lineCount - first - rows, &canvas)
    Footer(model, view.picture).draw(&canvas, y: canvas.height - 1)
  }

  /// Blank cells left of a row, and for the mark at its end.
  private var left: Int { model.columnScroll > 0 ? 2 : 1 }
  private func room(_ canvas: Canvas) -> Int { canvas.width - left - 3 }

  private func draw(_ block: DescribeTable.Block, y: inout Int, _ canvas: inout Canvas) {
    put("$ " + block.command, y: y, role: .label, &canvas)
    y += 1
    if let message = block.message {
      put(message, y: y, role: .warning, &canvas)
      y += 1
    }
    let shown = block.shown(from: model.columnScroll, width: room(canvas))
    for (index, cells) in block.rows.enumerated() {
      let text = cells[shown].joined(separator: " ")
      canvas.put(
        ColumnText.clipped(text, width: room(canvas)), x: left, y: y,
        role: index == 0 ? .strong : .text)
      if shown.upperBound < cells.count { canvas.put("›", x: canvas.width - 2, y: y, role: .quiet) }
      if shown.lowerBound > 0 { canvas.put("‹", x: 0, y: y, role: .quiet) }
      y += 1
    }
    y += 1
  }

  private func put(_ text: String, y: Int, role: Role, _ canvas: inout Canvas) {
    canvas.put(ColumnText.words(text, width: canvas.width - 2), x: 1, y: y, role: role)
  }

  /// How many rows a filter has left; or what is below, and which columns are shown.
  private func drawRest(_ table: DescribeTable, left: Int, _ canvas: inout Canvas) {
    let book = model.language.pane
    let y = canvas.height - 2
    if !model.filter.isEmpty {
      canvas.fill(Rect(x: 0, y: y, width: canvas.width, height: 1))
      FilterNote(model, kept: table.kept, of: table.all).draw(&canvas, y: y)
      return
    }
    if left > 0 { canvas.put("↓ \(book.more(left))", x: 1, y: y, role: .quiet) }
    guard let block = table.blocks.first(where: { $0.columns == table.columns }) else { return }
    let shown = block.shown(from: model.columnScroll, width: room(canvas))
    guard shown.count < block.columns else { return }
    let text = book.columns(shown.lowerBound + 1, shown.upperBound, of: block.columns)
    canvas.put(text, before: canvas.width - 1, y: y, role: .quiet)
  }
}
