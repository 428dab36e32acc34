import Feed
import KafkaModel
import Narration
import Screen

/// What the coordinator wrote to `__consumer_offsets`, the newest at the bottom.
struct RecordsPane {
  private let model: BoardModel
  private let view: FeedView

  init(_ model: BoardModel, _ view: FeedView) {
    self.model = model
    self.view = view
  }

  func draw(_ canvas: inout Canvas) {
    let book = model.language.pane
    PaneHeading(model, view).draw(book.records(of: topicPartition), &canvas)
    BeatLine(model, view.picture).draw(&canvas, y: 1, from: 0)
    let offsets = OffsetRows(view.picture, book, limit: canvas.height >= 30 ? 8 : 3)
    let story = ShortStory.rows(height: canvas.height)
    let foot = canvas.height >= 20 ? offsets.rows + story + 2 : 0
    let room = max(0, canvas.height - 4 - foot)
    let all = RecordLines(model, view)
    if !model.filter.isEmpty { FilterNote(model, kept: all.kept, of: all.all).draw(&canvas) }
    // The first page stays full.
    let skipped = min(model.logScroll, max(0, all.count - room))
    let lines = all.last(room, skipping: skipped)
    if lines.isEmpty, all.all == 0 {
      let isSeen = model.capabilities.seesCoordinator
      let text = isSeen ? book.noRecords : book.recordsNotSeen
      for (row, line) in TextWrap.lines(text, width: canvas.width - 2).enumerated() {
        canvas.put(line, x: 1, y: 2 + row, role: .quiet)
      }
    }
    for (row, line) in lines.enumerated() { draw(line, y: 2 + row, &canvas) }
    if foot > 0 {
      offsets.draw(&canvas, y: canvas.height - 2 - story - offsets.rows)
      ShortStory(model, view).draw(&canvas, y: canvas.height - 1 - story)
    }
    Footer(model, view.picture).draw(&canvas, y: canvas.height - 1)
  }

  private func draw(_ line: RecordLines.Line, y: Int, _ canvas: inout Canvas) {
    let isNew = view.previous.map { line.timeMs > $0.timeMs } ?? false
    if let offset = line.offset {
      canvas.put(TimeText.clock(ms: line.timeMs), before: 10, y: y, role: .quiet)
      canvas.put("\(offset)", before: 17, y: y, role: .strong)
    }
    let text = ColumnText.words(line.text, width: canvas.width - 20)
    canvas.put(text, x: 19, y: y, role: isNew ? .changed : line.offset == nil ? .quiet : .text)
  }

  private var topicPartition: String {
    guard let group = view.picture.facts?.groupId else { return "__consumer_offsets" }
    return "__consumer_offsets-\(group.offsetsPartition())"
  }
}
