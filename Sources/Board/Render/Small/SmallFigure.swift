import Feed
import Narration
import Screen

/// A terminal below 80 × 24: the phase, each partition's owner and seconds, Why, Cost and Next.
struct SmallFigure {
  private let model: BoardModel
  private let view: FeedView
  private let book: any FigurePhrasebook

  init(_ model: BoardModel, _ view: FeedView) {
    self.model = model
    self.view = view
    book = model.language.figure
  }

  private var picture: GroupPicture { view.picture }
  private var places: [Int] { FigureFocus(model, picture).places }

  func draw(_ canvas: inout Canvas) {
    let end = canvas.put(" \(picture.state?.rawValue ?? "?") ", x: 1, y: 0, role: .phase)
    let times = picture.state == nil ? [] : times
    if let time = times.first(where: { end + 1 + DisplayWidth.of($0) < canvas.width }) {
      canvas.put(time, x: end + 1, y: 0, role: .quiet)
    }
    let story = storyLines(canvas.width, canvas.height)
    let first = 1 + Self.blank(canvas.height)
    let last = canvas.height - story.count - 1 - Self.blank(canvas.height)
    drawPartitions(rows: first..<max(first + 1, last), &canvas)
    for (row, (label, line)) in story.enumerated() {
      let y = canvas.height - 1 - story.count + row
      canvas.put(label, x: 1, y: y, role: .label)
      line.draw(x: 8, y: y, &canvas)
    }
    let y = canvas.height - 1
    guard model.isProjected, model.notice == nil else {
      return Footer(model, picture).draw(&canvas, y: y)
    }
    canvas.put(
      TextWrap.first(book.projectionNeedsRoom, width: canvas.width - 2), x: 1, y: y, role: .warning)
  }

  private var times: [String] {
    PhaseAge(picture).wordings(model.language, tenths: true)
  }

  private func storyLines(_ width: Int, _ height: Int) -> [(String, Phrase)] {
    let foot = Foot(model, view).lines
    // Phase, keys and the rows of partitions stay; what is left is the story's.
    let parts = StoryBlock.fitted(
      foot.map { PhraseLines.wrap($0.text, width: width - 9) },
      rows: max(3, height - 2 - 2 * Self.blank(height) - partitionRows(width)), width: width - 9)
    return zip(foot, parts).flatMap { line, lines in
      lines.enumerated().map { ($0.offset == 0 ? line.label : "", $0.element) }
    }
  }

  /// Blank rows above the partitions, and below them.
  private static func blank(_ height: Int) -> Int { height < 14 ? 0 : 1 }

  /// Rows that the partitions ask for; three are always to be had.
  private func partitionRows(_ width: Int) -> Int {
    let across = max(1, (width - 2) / cellWidth(PartitionLabels(picture)))
    return min(max(1, (places.count + across - 1) / across), 3)
  }

  private func cellWidth(_ labels: PartitionLabels) -> Int { min(labels.longest, 14) + 14 }

  /// As many columns of cells as fit; what is left out is counted.
  private func drawPartitions(rows: Range<Int>, _ canvas: inout Canvas) {
    let labels = PartitionLabels(picture)
    let labelWidth = min(labels.longest, 14)
    let cell = cellWidth(labels)
    let across = max(1, (canvas.width - 2) / cell)
    let fitting = rows.count * across
    let places = places
    let count = picture.partitions.count
    let shown = count <= fitting ? places.count : min(places.count, max(0, fitting - across))
    for (index, place) in places.prefix(shown).enumerated() {
      let x = 1 + index % across * cell
      let y = rows.lowerBound + index / across
      let partition = picture.partitions[place]
      canvas.put(labels.text(partition, width: labelWidth), x: x, y: y, role: .text)
      let badge = OwnerBadge(partition, model.overlay?.mark(place, picture))
      let after = canvas.put(badge.text, x: x + labelWidth + 1, y: y, role: badge.role)
      if let ms = picture.notReadMs(place) {
        canvas.put(book.seconds(ms: ms), x: after + 1, y: y, role: .notRead)
      }
    }
    guard shown < count else { return }
    let all = picture.partitions.count { $0.notReadSinceMs != nil }
    let seen = places.prefix(shown).count { picture.partitions[$0].notReadSinceMs != nil }
    let text = book.morePartitions(count - shown, notRead: all - seen)
    canvas.put(
      TextWrap.first(text, width: canvas.width - 2), x: 1, y: rows.upperBound - 1, role: .quiet)
  }

  /// Below 40 × 10: `PreparingRebalance 1.1 s  1 of 3 not read`.
  func drawOneLine(_ canvas: inout Canvas) {
    let count = picture.partitions.count { $0.notReadSinceMs != nil }
    let head = picture.state.map { "\($0.rawValue) \(times[0])" } ?? "?"
    let end = canvas.put(
      TextWrap.first(head, width: canvas.width), x: 0, y: 0, role: .strong)
    let rest = book.notRead(count, of: picture.partitions.count)
    if end + 2 + DisplayWidth.of(rest) <= canvas.width {
      canvas.put(rest, x: end + 2, y: 0, role: count > 0 ? .notRead : .quiet)
    } else if canvas.height > 1 {
      canvas.put(
        TextWrap.first(rest, width: canvas.width), x: 0, y: 1, role: count > 0 ? .notRead : .quiet)
    }
  }
}
