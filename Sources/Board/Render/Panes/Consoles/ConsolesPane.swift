import Feed
import Narration
import Screen

/// The terminals of the book's practice: one for each consumer, the producer's, and the one in
/// which `kafka-consumer-groups.sh --describe` was typed this moment.
struct ConsolesPane {
  private let model: BoardModel
  private let view: FeedView

  init(_ model: BoardModel, _ view: FeedView) {
    self.model = model
    self.view = view
  }

  private var picture: GroupPicture { view.picture }
  private var book: any PanePhrasebook { model.language.pane }

  func draw(_ canvas: inout Canvas) {
    PaneHeading(model, view).draw(book.consoles, &canvas)
    BeatLine(model, picture).draw(&canvas, y: 1, from: 0)
    var bottom = canvas.height - 1
    if canvas.height >= 22 {
      bottom -= ShortStory.rows(height: canvas.height) + 1
      ShortStory(model, view).draw(&canvas, y: bottom + 1)
    }
    let room = canvas.height >= 30 ? 6 : 3
    bottom = drawDescribe(&canvas, bottom: bottom, rows: room)
    bottom = drawProducer(&canvas, bottom: bottom, rows: room)
    drawConsumers(2..<max(2, bottom), &canvas)
    Footer(model, picture).draw(&canvas, y: canvas.height - 1)
  }

  /// Three or more side by side, where there is room for lines of two rows, the selected one among
  /// them; else one alone, whose lines have one row.
  private func drawConsumers(_ rows: Range<Int>, _ canvas: inout Canvas) {
    let fitting = canvas.width < 3 * Self.narrowest ? 1 : (canvas.width - 1) / Self.narrowest
    let count = min(picture.members.count, fitting)
    guard count > 0, rows.count > 1 else { return }
    let selected = min(model.selectedMember?.index ?? 0, picture.members.count - 1)
    let first = max(0, min(selected - count / 2, picture.members.count - count))
    let width = (canvas.width - 1) / count
    for (column, member) in picture.members[first..<(first + count)].enumerated() {
      draw(member, x: 1 + column * width, width: width - 2, rows, &canvas)
    }
    let hidden = picture.members.count - count
    if hidden > 0 {
      let text = "↑↓ \(book.more(hidden))"
      canvas.put(text, before: canvas.width - 1, y: rows.lowerBound, role: .quiet)
    }
  }

  private static let narrowest = 38

  private func draw(
    _ member: MemberPicture, x: Int, width: Int, _ rows: Range<Int>, _ canvas: inout Canvas
  ) {
    let isSelected = model.selectedMember == member.slot
    let y = rows.lowerBound
    let badge = Role.ownerBadge(Hue(owner: member.slot.hue))
    let end = canvas.put(" \(member.slot.letter) ", x: x, y: y, role: badge)
    let word = model.language.figure.member(member.word)
    let name = ColumnText.clipped(member.identity.name, width: max(0, width - 6))
    let after = canvas.put(name, x: end + 1, y: y, role: isSelected ? .selection : .label)
    if after + 2 + DisplayWidth.of(word) <= x + width {
      canvas.put(word, x: after + 2, y: y, role: .quiet)
    }
    let lines = lines(member, width: width, last: rows.count - 1)
    if lines.isEmpty { canvas.put(book.notStarted, x: x, y: y + 1, role: .quiet) }
    for (row, line) in lines.enumerated() {
      canvas.put(line.text, x: x, y: y + 1 + row, role: line.role)
    }
  }

  /// Of a real client, who it is: what its terminal prints is not seen.
  private func lines(
    _ member: MemberPicture, width: Int, last: Int
  ) -> [ConsoleLines.Line] {
    let lines = ConsoleLines(picture, width: width)
    if hasTerminals { return lines.consumer(member, last: last) }
    return Array(lines.client(member).prefix(last))
  }

  /// The book's programs run in a simulation only: offsets of real logs do not tell what program
  /// reads or writes there, nor what it prints.
  private var hasTerminals: Bool {
    switch model.capabilities.kind {
    case .simulation: true
    case .drive, .serve, .watch: false
    case .recording:
      model.capabilities.seesCoordinator
        && picture.members.allSatisfy { $0.identity.isOurs && $0.terms == nil }
    }
  }

  /// Returns the row above it.
  private func drawProducer(_ canvas: inout Canvas, bottom: Int, rows: Int) -> Int {
    let lines = ConsoleLines(picture, width: canvas.width - 2).producer(last: rows)
    guard hasTerminals, !lines.isEmpty, bottom > rows + 6 else { return bottom }
    for (row, line) in lines.enumerated() {
      canvas.put(line.text, x: 1, y: bottom - lines.count + row, role: line.role)
    }
    return bottom - lines.count - 1
  }

  /// The tool's columns are too wide for its consumer ids: the letters stand before the rows.
  private static let gutter = 4

  /// The group stands in the heading, and so does the topic where there is one only.
  private var hiddenColumns: Int { picture.hasManyTopics ? 1 : 2 }

  /// The first table of the tool, without what the heading tells; cut where the row ends, as it is
  /// the beginning of CONSUMER-ID that tells who it is.
  private func drawDescribe(_ canvas: inout Canvas, bottom: Int, rows: Int) -> Int {
    guard let block = DescribeTable(picture, .off).blocks.first, bottom > rows + 8 else {
      return bottom
    }
    let table = block.rows.prefix(rows + 1)
    let head = ["$ \(block.command)"] + (block.message.map { [$0] } ?? [])
    let top = bottom - head.count - table.count
    for (row, text) in head.enumerated() {
      let role: Role = row == 0 ? .strong : .warning
      canvas.put(ColumnText.words(text, width: canvas.width - 2), x: 1, y: top + row, role: role)
    }
    for (row, cells) in table.enumerated() {
      let whole = cells.dropFirst(hiddenColumns).joined(separator: " ")
      let text = ColumnText.clipped(whole, width: canvas.width - 4 - Self.gutter)
      let y = top + head.count + row
      canvas.put(text, x: 1 + Self.gutter, y: y, role: row == 0 ? .label : .text)
      if row > 0, let owner = block.owners[row - 1] {
        let role = Role.ownerBadge(Hue(owner: owner.hue))
        canvas.put(" \(owner.letter) ", x: 1, y: y, role: role)
      }
      if text != whole { canvas.put("›", x: canvas.width - 2, y: y, role: .quiet) }
    }
    let hidden = block.rows.count - table.count
    if hidden > 0 {
      canvas.put("↓ \(book.more(hidden))", before: canvas.width - 1, y: bottom - 1, role: .quiet)
    }
    return top - 1
  }
}
