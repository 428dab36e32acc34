import Feed
import KafkaModel
import Narration
import Screen

/// The same row for the same partition in every world, so that the eye compares along a line; the
/// verdicts below, number by number.
struct ComparePage {
  let model: CompareModel
  let views: [FeedView]
  let layout: CompareLayout
  let labels: PartitionLabels
  /// Of one width in all worlds.
  let msPerColumn: Int64
  let book: any FigurePhrasebook

  private static func more(_ views: [FeedView]) -> [Int] {
    if views.contains(where: { $0.picture.transactions.tally != nil }) {
      return CompareLayout.tallyNumbers
    }
    let hasTransactions = views.contains { !$0.picture.transactions.isEmpty }
    return hasTransactions ? CompareLayout.readerNumbers : []
  }

  init(_ model: CompareModel, _ views: [FeedView], width: Int, height: Int) {
    self.model = model
    self.views = views
    book = model.board.language.figure
    let picture = views.first?.picture ?? GroupPicture()
    labels = PartitionLabels(picture)
    let made = CompareLayout(
      width: width, height: height, worlds: views.count, partitions: picture.partitions.count,
      topics: Self.topics(picture).count, longestLabel: labels.longest,
      more: Self.more(views))
    layout = made
    msPerColumn = views.reduce(100) {
      max($0, TimeScale($1.picture, columns: made.ribbonWidth).msPerColumn)
    }
  }

  static func topics(_ picture: GroupPicture) -> [TopicName] {
    var topics: [TopicName] = []
    for partition in picture.partitions where !topics.contains(partition.partition.topic) {
      topics.append(partition.partition.topic)
    }
    return topics
  }

  func draw(_ canvas: inout Canvas) {
    drawTitle(&canvas)
    for (world, column) in model.columns.enumerated() {
      let x = layout.x(of: world)
      let room = layout.pitch - 1
      let language = model.board.language
      let title = "\(world + 1) \(column.title[language])"
      canvas.put(
        ColumnText.clipped(title, width: room), x: x, y: layout.titlesY,
        role: model.chosen == world ? .selection : .strong)
      guard layout.legendY != nil else { continue }
      canvas.put(
        ColumnText.clipped(column.note[language], width: room), x: x, y: layout.titlesY + 1,
        role: .quiet)
    }
    drawLabels(&canvas)
    for (world, view) in views.enumerated() { CompareColumn(self, view, world).draw(&canvas) }
    CompareNumbers(self).draw(&canvas)
    drawFoot(&canvas)
  }

  private func drawTitle(_ canvas: inout Canvas) {
    let language = model.board.language
    let now = views.first?.picture.timeMs ?? 0
    let state = model.board.isPlaying ? "▸ \(model.board.speed.text)" : book.paused
    var facts = [book.source(.simulation), book.compare, state, TimeText.clock(ms: now)]
    let room = canvas.width - DisplayWidth.of(model.figure) - 4
    while facts.count > 1, DisplayWidth.of(facts.joined(separator: "   ")) > room {
      facts.removeFirst()
    }
    let right = facts.joined(separator: "   ")
    let end = canvas.put(right, before: canvas.width - 1, y: 0, role: .quiet)
    var x = 1
    if !model.figure.isEmpty { x = canvas.put(model.figure, x: 1, y: 0, role: .quiet) + 2 }
    canvas.put(
      ColumnText.clipped(model.title[language], width: end - x - 1), x: x, y: 0, role: .title)
    guard let picture = views.first?.picture, layout.legendY != nil else { return }
    let what = book.group(
      members: picture.members.count, topics: Self.topics(picture).count,
      partitions: picture.partitions.count)
    let selectedX = drawSelected(picture, &canvas)
    canvas.put(ColumnText.clipped(what, width: selectedX - 2), x: 1, y: 1, role: .quiet)
  }

  /// The member that the keys act on in every world; returns the column where it begins.
  private func drawSelected(_ picture: GroupPicture, _ canvas: inout Canvas) -> Int {
    guard let slot = model.board.selectedMember, picture.members.indices.contains(slot.index) else {
      return canvas.width
    }
    let name = picture[slot].identity.name
    let start = canvas.put(
      ColumnText.clipped(name, width: canvas.width / 3), before: canvas.width - 1, y: 1,
      role: .selection)
    return canvas.put(
      " \(slot.letter) ", before: start - 1, y: 1,
      role: .ownerBadge(Hue(owner: slot.index)))
  }

  /// The rows of the first world; others may have them in another order, never other ones.
  var places: [Int] {
    let partitions = views.first?.picture.partitions ?? []
    return Array(partitions.indices.prefix(layout.rowCount))
  }

  func y(ofRow row: Int) -> Int { layout.rowsY + row * layout.rowHeight + layout.rowHeight - 1 }

  private func drawLabels(_ canvas: inout Canvas) {
    guard let picture = views.first?.picture else { return }
    let texts =
      layout.isByTopic
      ? Self.topics(picture).prefix(layout.rowCount).map(\.text)
      : places.map { labels.text(picture.partitions[$0], width: layout.labelWidth) }
    for (row, text) in texts.enumerated() {
      canvas.put(
        ColumnText.clipped(text, width: layout.labelWidth - 1), x: 1, y: y(ofRow: row), role: .text)
    }
    let count = layout.isByTopic ? Self.topics(picture).count : picture.partitions.count
    if count > texts.count {
      let text = ColumnText.clipped(book.more(count - texts.count), width: layout.labelWidth)
      let y = layout.legendY == nil ? layout.titlesY : layout.numbersY - 1
      canvas.put(text, x: 1, y: y, role: .quiet)
    }
  }

  private func drawFoot(_ canvas: inout Canvas) {
    if let legendY = layout.legendY {
      for (row, text) in book.compareLegend.enumerated() {
        canvas.put(
          TextWrap.first(text, width: canvas.width - 2), x: 1, y: legendY + row, role: .quiet)
      }
    }
    if model.board.notice != nil {
      Footer(model.board, views.first?.picture ?? GroupPicture()).draw(&canvas, y: layout.keysY)
      return
    }
    let keys = model.board.language.keys
    let open = ("1-\(model.columns.count)", keys.openOne)
    var x = 1
    for (key, word) in [
      ("Space", model.board.isPlaying ? keys.pause : keys.short(.play)),
      ("→", keys.short(.stepOn)), ("←", keys.short(.stepBack)), ("k", keys.short(.kill)),
      ("r", keys.short(.restart)), open, ("Esc", keys.short(.stepBack)), ("?", keys.short(.help)),
      ("q", keys.short(.quit)),
    ] {
      guard x + DisplayWidth.of(key) + 1 + DisplayWidth.of(word) < canvas.width else { continue }
      let after = canvas.put(key, x: x, y: layout.keysY, role: .key)
      x = canvas.put(word, x: after + 1, y: layout.keysY, role: .quiet) + 3
    }
  }
}
