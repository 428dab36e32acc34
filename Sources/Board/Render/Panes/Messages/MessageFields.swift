import Feed
import Narration
import Screen

/// The fields of one message, by the names they have in Kafka's protocol guide.
struct MessageFields {
  private let model: BoardModel
  private let view: FeedView
  private let row: MessageRows.Row

  init(_ model: BoardModel, _ view: FeedView, _ row: MessageRows.Row) {
    self.model = model
    self.view = view
    self.row = row
  }

  func draw(_ canvas: inout Canvas) {
    guard let (slot, message) = row.message else {
      canvas.put(model.language.figure.notice(.nothingToOpen), x: 1, y: 0, role: .quiet)
      return
    }
    let arrow = message.way == .request ? "▸" : "◂"
    let time = row.timeMs.map { TimeText.clock(ms: $0) } ?? ""
    let after = canvas.put(
      " \(slot.letter) ", x: 1, y: 0, role: .ownerBadge(Hue(owner: slot.hue)))
    canvas.put("\(arrow) \(message.api)  \(time)", x: after + 1, y: 0, role: .strong)
    drawFields(message, &canvas)
  }

  private func drawFields(_ message: GroupMessage, _ canvas: inout Canvas) {
    let widest = message.fields.reduce(0) { max($0, DisplayWidth.of($1.name)) }
    let x = min(widest + 3, canvas.width / 2)
    var y = 2
    let first = min(model.fieldScroll, max(0, message.fields.count - 1))
    for (index, field) in message.fields.enumerated().dropFirst(first) {
      let lines = TextWrap.lines(Narrator.text(field.value), width: canvas.width - x - 1)
      let isLast = index == message.fields.count - 1
      if y + lines.count > canvas.height - (isLast ? 0 : 1) {
        let left = message.fields.count - index
        canvas.put(model.language.pane.more(left), x: 1, y: canvas.height - 1, role: .quiet)
        return
      }
      canvas.put(ColumnText.clipped(field.name, width: x - 2), x: 1, y: y, role: .quiet)
      for line in lines {
        canvas.put(line, x: x, y: y, role: .text)
        y += 1
      }
    }
  }
}
