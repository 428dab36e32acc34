import Feed
import KafkaModel
import Narration
import Screen

/// The book's tables: in which order round robin deals the group's partitions (6-2, 6-3), beside
/// what the group's own assignor gave; and the four strategies, a line each (6-1).
struct TablePane {
  private let model: BoardModel
  private let view: FeedView
  private let book: any TablePhrasebook

  init(_ model: BoardModel, _ view: FeedView) {
    self.model = model
    self.view = view
    book = model.language.table
  }

  private var picture: GroupPicture { view.picture }

  /// Where columns begin: the turn's number stands before the first.
  private static let partitionX = 7
  private static let gap = 3

  static func order(_ picture: GroupPicture) -> DealOrder {
    DealOrder(picture, by: RoundRobinAssignor())
  }

  func draw(_ canvas: inout Canvas) {
    let title = book.orderTitle(table: model.caption?.table)
    canvas.put(ColumnText.words(title, width: canvas.width - 12), x: 1, y: 0, role: .title)
    canvas.put(
      TimeText.clock(ms: picture.timeMs), before: canvas.width - 1, y: 0, role: .quiet)
    let strategies = canvas.height >= 16 ? Assignors.all.count + 1 : 0
    drawOrder(2..<max(2, canvas.height - strategies - 3), &canvas)
    if strategies > 0 { drawStrategies(y: canvas.height - 2 - strategies, &canvas) }
    Footer(model, picture).draw(&canvas, y: canvas.height - 1)
  }

  private func drawOrder(_ rows: Range<Int>, _ canvas: inout Canvas) {
    let turns = Self.order(picture).turns
    guard !turns.isEmpty, rows.count > 1 else {
      canvas.put(book.noMembers, x: 1, y: 2, role: .quiet)
      return
    }
    let widest = turns.reduce(DisplayWidth.of(book.partition)) {
      max($0, DisplayWidth.of($1.partition.description))
    }
    let dealtX = Self.partitionX + min(widest, canvas.width / 3) + Self.gap
    let givenX = dealtX + (canvas.width - dealtX) / 2
    canvas.put(book.turn, before: Self.partitionX - 2, y: rows.lowerBound, role: .label)
    canvas.put(book.partition, x: Self.partitionX, y: rows.lowerBound, role: .label)
    canvas.put(book.roundRobin, x: dealtX, y: rows.lowerBound, role: .label)
    let own = picture.facts?.assignors.first ?? ""
    canvas.put(
      ColumnText.words(book.gave(own), width: canvas.width - givenX - 1), x: givenX,
      y: rows.lowerBound, role: .label)
    let room = rows.count - 1
    let first = min(model.logScroll, max(0, turns.count - room))
    for (row, turn) in turns[first...].prefix(room).enumerated() {
      let y = rows.lowerBound + 1 + row
      canvas.put("\(first + row + 1)", before: Self.partitionX - 2, y: y, role: .quiet)
      let name = ColumnText.clipped("\(turn.partition)", width: dealtX - Self.partitionX - 1)
      canvas.put(name, x: Self.partitionX, y: y, role: .text)
      put(turn.slot, x: dealtX, end: givenX - 1, y: y, &canvas)
      let given = picture.place(of: turn.partition).flatMap {
        picture.partitions[$0].planned.slot
      }
      put(given, x: givenX, end: canvas.width - 1, y: y, &canvas)
      // Where the two differ, the eye is to stop.
      if given != nil, given != turn.slot {
        canvas.put("≠", x: givenX - 2, y: y, role: .warning)
      }
    }
    let below = turns.count - first - room
    if below > 0 {
      canvas.put("↓ \(book.more(below))", x: 1, y: rows.upperBound, role: .quiet)
    }
  }

  private func put(_ slot: MemberSlot?, x: Int, end: Int, y: Int, _ canvas: inout Canvas) {
    guard let slot else {
      canvas.put("-", x: x + 1, y: y, role: .quiet)
      return
    }
    let role = Role.ownerBadge(Hue(owner: slot.hue))
    let after = canvas.put("[\(slot.letter)]", x: x, y: y, role: role)
    let name = ColumnText.clipped(picture[slot].identity.name, width: max(0, end - after - 2))
    canvas.put(name, x: after + 1, y: y, role: .text)
  }

  private func drawStrategies(y: Int, _ canvas: inout Canvas) {
    canvas.put(book.strategiesTitle, x: 1, y: y, role: .label)
    let width = Assignors.all.reduce(0) { max($0, DisplayWidth.of($1.name)) }
    for (row, assignor) in Assignors.all.enumerated() {
      let isOwn = picture.facts?.assignors.first == assignor.name
      if isOwn { canvas.put("▸", x: 1, y: y + 1 + row, role: .text) }
      canvas.put(assignor.name, x: 3, y: y + 1 + row, role: isOwn ? .strong : .text)
      let x = 3 + width + 2
      canvas.put(
        ColumnText.words(book.strategy(assignor.name), width: canvas.width - x - 1), x: x,
        y: y + 1 + row, role: .text)
    }
  }
}
