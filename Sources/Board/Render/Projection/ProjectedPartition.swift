import Feed
import Narration
import Screen

/// One partition as a block: its owner's letter, its ribbon, the seconds that nobody reads it.
struct ProjectedPartition {
  private let projection: Projection
  private let place: Int
  private let partition: PartitionPicture

  init(_ projection: Projection, _ place: Int) {
    self.projection = projection
    self.place = place
    partition = projection.picture.partitions[place]
  }

  private var layout: ProjectionLayout { projection.layout }

  func draw(y: Int, _ canvas: inout Canvas) {
    let middle = y + layout.blockHeight / 2
    canvas.put(
      projection.labels.text(partition, width: layout.badgeX - layout.labelX - 1),
      x: layout.labelX, y: middle, role: .strong)
    drawOwner(y: y, middle: middle, &canvas)
    let area = Rect(
      x: layout.ribbonX, y: y, width: layout.ribbonWidth, height: layout.blockHeight)
    let scale = TimeScale(projection.picture, columns: layout.ribbonWidth)
    canvas.draw(in: area) {
      Ribbon(projection.view, place, scale: scale, book: projection.book).draw(&$0)
    }
    drawSeconds(middle: middle, &canvas)
  }

  private func drawOwner(y: Int, middle: Int, _ canvas: inout Canvas) {
    let area = Rect(
      x: layout.badgeX, y: y, width: layout.badgeWidth, height: layout.blockHeight)
    if let mark = projection.model.overlay?.mark(place, projection.picture) {
      let badge = OwnerBadge(partition, mark)
      if let owner = badge.owner {
        let role = Role.ownerBadge(Hue(owner: owner.index))
        canvas.fill(area, role: role)
        drawLetter(owner, area, middle, role, isFaint: false, &canvas)
      } else {
        drawNobody(area, middle, badge.text, &canvas)
      }
      return
    }
    if let intruder = partition.intruder, intruder == partition.shownOwner {
      let badge = OwnerBadge(intruder: intruder)
      let owner = partition.planned.slot.flatMap { $0 == intruder ? nil : " (\($0.letter))" } ?? ""
      return drawNobody(area, middle, badge.text + owner, role: badge.role, &canvas)
    }
    defer { drawIntruder(area, &canvas) }
    guard let owner = partition.shownOwner, partition.status != .nobody else {
      drawNobody(area, middle, partition.status == .unknown ? "?" : projection.book.nobody, &canvas)
      return
    }
    let isRead = partition.status.isRead
    guard isRead || partition.status == .ghost else {
      // Assigned, and not read yet.
      drawNobody(area, middle, "(\(owner.letter))", &canvas)
      return
    }
    let role: Role = isRead ? .ownerBadge(Hue(owner: owner.index)) : .hole
    canvas.fill(area, with: isRead ? " " : "░", role: role)
    drawLetter(owner, area, middle, role, isFaint: !isRead, &canvas)
  }

  private func drawLetter(
    _ owner: MemberSlot, _ area: Rect, _ middle: Int, _ role: Role, isFaint: Bool,
    _ canvas: inout Canvas
  ) {
    let cells = projection.model.hasOneRow ? nil : owner.letter.first.flatMap(PixelFont.cells)
    guard let cells, owner.letter.count == 1 else {
      canvas.put(" \(owner.letter) ", x: area.x + 3, y: middle, role: role)
      return
    }
    for (row, text) in cells.enumerated() {
      canvas.put(
        isFaint ? " \(text) " : text, x: area.x + (isFaint ? 2 : 3),
        y: area.y + (layout.blockHeight - cells.count + 1) / 2 + row, role: role)
    }
  }

  /// Who reads it beside its owner.
  private func drawIntruder(_ area: Rect, _ canvas: inout Canvas) {
    guard let intruder = partition.intruder else { return }
    let badge = OwnerBadge(intruder: intruder)
    canvas.put(badge.text, before: area.maxX, y: area.maxY - 1, role: badge.role)
  }

  private func drawNobody(
    _ area: Rect, _ middle: Int, _ text: String, role: Role = .notRead, _ canvas: inout Canvas
  ) {
    for y in [area.y, area.y + area.height - 1] {
      canvas.fill(
        Rect(x: area.x, y: y, width: area.width, height: 1), with: "╍", role: .holeInOneRow)
    }
    let start = area.x + max(0, (area.width - DisplayWidth.of(text)) / 2)
    canvas.put(text, x: start, y: middle, role: role)
  }

  /// While nobody reads it; after a rebalance how long nobody has.
  private func drawSeconds(middle: Int, _ canvas: inout Canvas) {
    let running = projection.picture.notReadMs(place)
    let isOver = Narrator.verdict(projection.picture) != nil
    let past = isOver ? projection.picture.accountNotReadMs(place) : 0
    guard let ms = running ?? (past > 0 ? past : nil) else { return }
    let role: Role = running == nil ? .holeInOneRow : .notRead
    let text = ms < 100_000 ? TimeText.tenths(ms: ms) : "\(ms / 1000)"
    guard !projection.model.hasOneRow else {
      canvas.put(text, x: layout.digitsX, y: middle, role: role)
      return
    }
    var x = layout.digitsX
    for digit in text {
      guard let cells = PixelFont.cells(of: digit) else { continue }
      for (row, text) in cells.enumerated() {
        canvas.put(text, x: x, y: middle - 1 + row, role: role)
      }
      x += cells[0].count + (digit == "." ? 0 : 1)
    }
  }
}
