import Feed
import KafkaModel
import Narration
import Screen

/// Below the partitions: a row for each transactional id, and what has come of the group's input.
struct TransactionBand {
  private let figure: Figure
  private let book: any TransactionPhrasebook
  private let shown: [TransactionRows.Row]
  private let more: Int

  init(_ figure: Figure) {
    self.figure = figure
    book = figure.model.language.transactions
    let room = figure.rows.bandRows - (figure.transactions.hasTally ? 1 : 0)
    (shown, more) = figure.transactions.shown(room)
  }

  private var picture: GroupPicture { figure.picture }
  private static let idX = 5

  func draw(_ canvas: inout Canvas) {
    guard figure.rows.bandRows > 0 else { return }
    for (index, row) in shown.enumerated() {
      let rest = index == shown.count - 1 ? more : 0
      draw(row, y: figure.rows.bandY + index, more: rest, &canvas)
    }
    if let tally = picture.transactions.tally, figure.transactions.hasTally {
      TallyLine(tally, book.tally(tally)).draw(
        x: 1, y: figure.rows.bandY + shown.count, &canvas)
    }
  }

  private func draw(_ row: TransactionRows.Row, y: Int, more: Int, _ canvas: inout Canvas) {
    drawOwner(row, y: y, &canvas)
    let isOpen = row.transaction?.isOpen ?? false
    canvas.put(
      Self.fitted(row.id.text, width: idWidth), x: Self.idX, y: y,
      role: isOpen ? .text : .quiet)
    var x = Self.idX + idWidth + 2
    canvas.put(Self.state(row), x: x, y: y, role: stateRole(row))
    x += stateWidth + 2
    x = drawEpoch(row, x: x, y: y, &canvas)
    let end = drawTimeout(row, y: y, &canvas)
    drawRest(row, x: x, before: end, y: y, more: more, &canvas)
  }

  /// The letter of the member it belongs to.
  private func drawOwner(_ row: TransactionRows.Row, y: Int, _ canvas: inout Canvas) {
    guard let producer = row.producer, let slot = producer.identity.member else { return }
    let letter = slot.letter
    let hue = Hue(owner: slot.index)
    canvas.put(
      letter.utf8.count == 1 ? " \(letter) " : letter + " ", x: 1, y: y,
      role: producer.isRunning ? .ownerBadge(hue) : .ownerLetter(hue))
  }

  /// Columns are as wide as what stands in them now; names that are very long are cut.
  private var idWidth: Int {
    let longest = shown.reduce(8) { max($0, DisplayWidth.of($1.id.text)) }
    return min(longest, 20 + max(0, figure.columns.width - 80) / 3)
  }

  /// The end tells ids apart, the beginning is often common to all.
  private static func fitted(_ id: String, width: Int) -> String {
    if DisplayWidth.of(id) <= width { return id }
    var tail = id
    while DisplayWidth.of(tail) > width - 1, !tail.isEmpty { tail.removeFirst() }
    return "‹" + tail
  }

  private var stateWidth: Int { shown.reduce(5) { max($0, Self.state($1).utf8.count) } }

  /// Kafka's own word: the coordinator's, or the producer's where that does not know it yet.
  private static func state(_ row: TransactionRows.Row) -> String {
    row.transaction?.state.description ?? row.producer?.state.description ?? ""
  }

  private func stateRole(_ row: TransactionRows.Row) -> Role {
    if let previous = figure.view.previous,
      previous.transactions[row.id]?.state != row.transaction?.state
    {
      return .changed
    }
    return row.transaction?.isOpen ?? false ? .strong : .quiet
  }

  /// The epoch, and what is wrong with the producer.
  private func drawEpoch(
    _ row: TransactionRows.Row, x: Int, y: Int, _ canvas: inout Canvas
  ) -> Int {
    var x = x
    if let producer = row.transaction?.producer ?? row.producer?.producer {
      x = canvas.put(book.epoch(producer.epoch), x: x, y: y, role: .quiet) + 2
    }
    if let word = row.producer?.word {
      x = canvas.put(book.producer(word), x: x, y: y, role: .warning) + 2
    }
    return x
  }

  /// Returns the column where it begins.
  private func drawTimeout(_ row: TransactionRows.Row, y: Int, _ canvas: inout Canvas) -> Int {
    let end = figure.columns.width - 1
    guard let transaction = row.transaction, transaction.state == .ongoing,
      let due = transaction.dueMs
    else { return end }
    let left = max(0, due - picture.timeMs)
    let isNear = left <= Self.nearMs || row.producer?.word != nil
    return canvas.put(
      book.timeout(ms: left), before: end, y: y, role: isNear ? .due : .quiet)
  }

  private static let nearMs: Int64 = 10_000

  /// Where it has records open, and what is not listed, in the longest wording that fits.
  private func drawRest(
    _ row: TransactionRows.Row, x: Int, before end: Int, y: Int, more: Int,
    _ canvas: inout Canvas
  ) {
    let tail = more > 0 ? book.andMore(more) : ""
    let wordings = row.transaction.map(openWordings) ?? [""]
    let texts = wordings.map { [$0, tail].filter { !$0.isEmpty }.joined(separator: "  ") }
    let room = end - x - 2
    if let text = texts.first(where: { DisplayWidth.of($0) <= room }) {
      canvas.put(text, x: x, y: y, role: .text)
    }
  }

  /// The longest first.
  private func openWordings(_ transaction: TransactionPicture) -> [String] {
    let open = picture.transactions.open(of: transaction)
    if open.isEmpty { return [""] }
    return [3, 2, 1].map { list(open, $0) } + [book.openIn(open.count), ""]
  }

  private func list(_ open: [OpenRecords], _ most: Int) -> String {
    var topics: [(topic: TopicName, marks: [(partition: Int32, from: Offset)])] = []
    for records in open.prefix(most) {
      let mark = (records.partition.partition, records.from)
      if topics.last?.topic == records.partition.topic {
        topics[topics.count - 1].marks.append(mark)
      } else {
        topics.append((records.partition.topic, [mark]))
      }
    }
    let texts = topics.map { book.open(name(of: $0.topic), $0.marks) }
    let rest = open.count > most ? [book.andMore(open.count - most)] : []
    return (texts + rest).joined(separator: " ")
  }

  /// The group's own topic needs no name, if it is one.
  private func name(of topic: TopicName) -> String? {
    let own = picture.partitions.first?.partition.topic
    return topic == own && !picture.hasManyTopics ? nil : topic.text
  }
}
