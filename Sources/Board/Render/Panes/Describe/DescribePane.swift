import Feed
import Narration
import Screen

/// The table of kafka-consumer-groups.sh, scrolled in both directions.
struct DescribePane {
  private let model: BoardModel
  private let view: FeedView

  /// Columns that one press of an arrow goes.
  static let step = 16

  /// Scrolled no further than that something is left to read.
  static func lastColumn(_ width: Int) -> Int { max(0, (width - 24) / step * step) }

  init(_ model: BoardModel, _ view: FeedView) {
    self.model = model
    self.view = view
  }

  func draw(_ canvas: inout Canvas) {
    let table = DescribeTable(view.picture)
    let room = canvas.width - 2
    let rows = max(0, canvas.height - 2)
    let from = min(model.columnScroll, max(0, table.width - room))
    let first = min(model.logScroll, max(0, table.lines.count - rows))
    let lines = table.lines.dropFirst(first).prefix(rows)
    for (y, line) in lines.enumerated() { draw(line, from: from, y: y, &canvas) }
    if table.width > room {
      let text = model.language.pane.columns(
        from + 1, min(table.width, from + room), of: table.width)
      canvas.put(text, before: canvas.width - 1, y: canvas.height - 2, role: .quiet)
    }
    let left = table.lines.count - first - lines.count
    if left > 0 {
      canvas.put("↓ \(model.language.pane.more(left))", x: 1, y: canvas.height - 2, role: .quiet)
    }
    Footer(model, view.picture).draw(&canvas, y: canvas.height - 1)
  }

  private func draw(_ line: DescribeTable.Line, from: Int, y: Int, _ canvas: inout Canvas) {
    if line.kind == .command {
      canvas.put("$ \(line.text)", x: 1, y: y, role: .label)
      return
    }
    let role: Role =
      switch line.kind {
      case .header: .strong
      case .message: .warning
      case .command, .row: .text
      }
    let isTable = line.kind != .message
    let text = isTable ? Self.dropped(line.text, from) : line.text
    let room = canvas.width - 2
    if DisplayWidth.of(text) > room {
      canvas.put(ColumnText.clipped(text, width: room - 2), x: 1, y: y, role: role)
      canvas.put("›", x: canvas.width - 2, y: y, role: .quiet)
    } else {
      canvas.put(text, x: 1, y: y, role: role)
    }
    if from > 0, isTable { canvas.put("‹", x: 0, y: y, role: .quiet) }
  }

  /// Without its first columns; of a wide letter that is cut, a blank stays.
  private static func dropped(_ text: String, _ columns: Int) -> String {
    var skipped = 0
    var rest = Substring(text)
    while skipped < columns, let first = rest.popFirst() { skipped += DisplayWidth.of(first) }
    return String(repeating: " ", count: max(0, skipped - columns)) + rest
  }
}
