import Feed
import KafkaModel
import Narration
import Screen

/// What members and coordinator say to each other: two life lines, a row for each message.
struct MessagesPane {
  private let model: BoardModel
  private let view: FeedView
  private let rows: MessageRows
  private let book: any PanePhrasebook

  init(_ model: BoardModel, _ view: FeedView) {
    self.model = model
    self.view = view
    rows = MessageRows(model, view)
    book = model.language.pane
  }

  private var picture: GroupPicture { view.picture }

  /// The member's line.
  private static let left = 13

  /// The coordinator's; right of it, where there is room, who else answers.
  private func right(_ width: Int) -> Int { width >= 70 ? width - 13 : width - 3 }

  func draw(_ canvas: inout Canvas) {
    drawHeading(&canvas)
    FilterNote(model, kept: rows.rows.count, of: rows.all).draw(&canvas)
    let story = canvas.height >= 16 ? ShortStory.rows(height: canvas.height) : 0
    let foot = 2 + story
    let area = 4..<max(4, canvas.height - foot)
    if rows.all == 0 {
      canvas.put(book.noMessages, x: 1, y: 4, role: .quiet)
    } else if model.isMessageOpen, let row = rows.selected {
      let rect = Rect(x: 0, y: 4, width: canvas.width, height: area.count)
      canvas.draw(in: rect) { MessageFields(model, view, row).draw(&$0) }
    } else {
      drawRows(area, &canvas)
    }
    if story > 0 { ShortStory(model, view).draw(&canvas, y: canvas.height - 1 - story) }
    Footer(model, picture).draw(&canvas, y: canvas.height - 1)
  }

  private func drawHeading(_ canvas: inout Canvas) {
    PaneHeading(model, view).draw(book.messages, &canvas)
    BeatLine(model, picture).draw(&canvas, y: 1, from: 0)
    if let kept = keptMember {
      let role = Role.ownerBadge(Hue(owner: kept.slot.hue))
      let x = canvas.put(" \(kept.slot.letter) ", x: Self.left - 1, y: 2, role: role)
      canvas.put(MemberNames.full(kept.identity), x: x + 1, y: 2, role: .text)
    } else {
      canvas.put(book.allMembers, x: Self.left, y: 2, role: .text)
    }
    if let broker = picture.facts?.coordinator {
      let text = model.language.figure.coordinator(broker)
      canvas.put(text, before: right(canvas.width) + 1, y: 2, role: .text)
    }
  }

  private var keptMember: MemberPicture? {
    guard let slot = model.selectedMember, picture.members.indices.contains(slot.index) else {
      return nil
    }
    return picture[slot]
  }

  /// The selected row stands in the lower half; what is to come is below it.
  private func drawRows(_ area: Range<Int>, _ canvas: inout Canvas) {
    let all = rows.rows
    let below = min(all.count - 1 - rows.selectedIndex, area.count / 3)
    let start = max(0, min(all.count - area.count, rows.selectedIndex + below - area.count + 1))
    for (index, y) in zip(start..<all.count, area) { draw(index, y: y, &canvas) }
    if start > 0 { canvas.put("↑ \(book.more(start))", x: 1, y: 3, role: .quiet) }
  }

  private func draw(_ index: Int, y: Int, _ canvas: inout Canvas) {
    let row = rows.rows[index]
    let isFuture = index > rows.current
    let plain: Role = isFuture ? .faint : .text
    let role = index == rows.selectedIndex ? .selection : plain
    let (left, right) = (Self.left, right(canvas.width))
    // What is to come has a broken life line: without colours it looks like the rest.
    let life: Glyph = isFuture ? "╎" : "│"
    canvas.put(life, x: left, y: y, role: .quiet)
    canvas.put(life, x: right, y: y, role: .quiet)
    if let timeMs = row.timeMs {
      canvas.put(
        TimeText.clock(ms: timeMs), before: left - 1, y: y, role: isFuture ? .faint : .quiet)
    }
    switch row.content {
    case .message(let slot, let message):
      let hue: Role = isFuture ? .faint : .ownerLetter(Hue(owner: slot.hue))
      canvas.put(slot.letter, x: 1, y: y, role: hue)
      let text = Narrator.line(message, picture, in: model.language)
      if message.way == .request {
        drawOut(text, y: y, right, (plain, role), &canvas)
      } else {
        drawBack(text, y: y, right, (plain, role), &canvas)
      }
      putOther(otherBroker(message.api), y: y, right, &canvas)
    case .firstFetch(let slot, let marks):
      let hue: Role = isFuture ? .faint : .ownerLetter(Hue(owner: slot.hue))
      canvas.put(slot.letter, x: 1, y: y, role: hue)
      let text = Narrator.firstFetch(marks, picture, in: model.language)
      drawOut(text, y: y, right, (plain, role), &canvas)
      putOther(otherBroker(.fetch), y: y, right, &canvas)
    case .routine(let counts, _, _):
      let text = counts.map { "\($0.api) × \($0.count)" }.joined(separator: " · ")
      canvas.put("◂", x: left + 1, y: y, role: plain)
      drawOut(
        text, y: y, right, (isFuture ? .faint : .quiet, role == plain ? .quiet : role), &canvas)
    case .waited(let slot, let ms):
      let hue: Role = isFuture ? .faint : .ownerLetter(Hue(owner: slot.hue))
      canvas.put(slot.letter, x: 1, y: y, role: hue)
      canvas.put(
        " \(book.waited(ms: ms)) ", before: right - 2, y: y, role: role == plain ? .quiet : role)
    case .waiting:
      let text = ColumnText.words(waitText, width: right - left - 6)
      canvas.put(" \(text) ", before: right - 1, y: y, role: role == plain ? .due : role)
    }
  }

  /// Who it goes to, if not to the coordinator.
  private func otherBroker(_ api: ApiKey) -> String? {
    switch api {
    case .metadata, .findCoordinator: book.anyBroker
    case .listOffsets, .fetch: book.logBroker
    case .initProducerId, .addPartitionsToTxn, .addOffsetsToTxn, .endTxn: book.transactionBroker
    default: nil
    }
  }

  private func putOther(_ broker: String?, y: Int, _ right: Int, _ canvas: inout Canvas) {
    guard let broker, right + 2 < canvas.width - 8 else { return }
    canvas.put(broker, x: right + 2, y: y, role: .quiet)
  }

  /// `── text ────▸`
  private func drawOut(
    _ text: String, y: Int, _ right: Int, _ roles: (line: Role, text: Role), _ canvas: inout Canvas
  ) {
    let from = Self.left + 2
    let text = ColumnText.words(text, width: right - from - 7)
    line(from, from + 2, y, roles.line, &canvas)
    let end = canvas.put(" \(text) ", x: from + 2, y: y, role: roles.text)
    line(end, right - 1, y, roles.line, &canvas)
    canvas.put("▸", x: right - 1, y: y, role: roles.line)
  }

  /// `◂──── text ──`
  private func drawBack(
    _ text: String, y: Int, _ right: Int, _ roles: (line: Role, text: Role), _ canvas: inout Canvas
  ) {
    let from = Self.left + 2
    let text = ColumnText.words(text, width: right - from - 7)
    let start = canvas.put(" \(text) ", before: right - 3, y: y, role: roles.text)
    line(start, start, y, roles.line, &canvas)
    canvas.put("◂", x: Self.left + 1, y: y, role: roles.line)
    line(from, start, y, roles.line, &canvas)
    line(right - 3, right - 1, y, roles.line, &canvas)
  }

  private func line(_ from: Int, _ to: Int, _ y: Int, _ role: Role, _ canvas: inout Canvas) {
    canvas.fill(Rect(x: from, y: y, width: max(0, to - from), height: 1), with: "─", role: role)
  }

  private var waitText: String {
    switch picture.state {
    case .preparingRebalance:
      guard let due = picture.initialDelayDueMs else { return book.waitsForMembers }
      return book.waits("group.initial.rebalance.delay.ms", ms: max(0, due - picture.timeMs))
    default: return book.waitsForPlan
    }
  }
}
