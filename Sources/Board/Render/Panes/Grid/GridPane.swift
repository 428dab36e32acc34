import Feed
import KafkaModel
import Narration
import Screen

/// The full grid: a row for each member, a column for each partition, over one lag bar a partition.
struct GridPane {
  private let model: BoardModel
  private let picture: GroupPicture
  private let footer: Footer

  init(_ model: BoardModel, _ view: FeedView) {
    self.model = model
    picture = view.picture
    footer = Footer(model, view.picture)
  }

  private var book: any PanePhrasebook { model.language.pane }

  func draw(_ canvas: inout Canvas) {
    let layout = GridLayout(model, picture, width: canvas.width, height: canvas.height)
    drawHeading(layout, &canvas)
    // What all names begin with stands once above them.
    canvas.put(
      ColumnText.clipped(layout.names.prefix, width: layout.nameWidth + 2), x: 5,
      y: GridLayout.headerRows - 1, role: .quiet)
    var y = GridLayout.headerRows
    for index in layout.members {
      drawMember(index, layout, y: y, &canvas)
      y += 1
    }
    drawRest(layout, y: y, &canvas)
    drawOwners(layout, y: y + 1, &canvas)
    drawLag(layout, y: y + 2, &canvas)
    drawSelected(y: min(y + 2 + layout.lagRows, canvas.height - 2), &canvas)
    footer.draw(&canvas, y: canvas.height - 1)
  }

  private func drawHeading(_ layout: GridLayout, _ canvas: inout Canvas) {
    let end = canvas.put(book.grid, x: 1, y: 0, role: .title)
    let size = book.gridSize(members: picture.members.count, partitions: picture.partitions.count)
    canvas.put(size, x: end + 2, y: 0, role: .quiet)
    let all = picture.members.count + picture.partitions.count
    FilterNote(model, kept: layout.memberCount + layout.order.count, of: all).draw(&canvas)
    if layout.columns.count < layout.order.count {
      let last = layout.start + layout.columns.count - 1
      let range = book.partitions(layout.start, last, of: layout.order.count)
      canvas.put(range, before: canvas.width - 1, y: 0, role: .text)
    }
    drawTopics(layout, &canvas)
    for column in layout.columns {
      let number = picture.partitions[column.place].partition.partition
      let isSelected = model.selectedPartition == column.place
      let step: Int32 = layout.pitch == 4 ? 1 : layout.pitch == 2 ? 5 : 10
      guard number % step == 0 || isSelected else { continue }
      let text = "\(number)"
      // Where the selected number would run into its neighbour, its column is marked instead.
      let fits = number % step == 0
      canvas.put(
        fits ? text : "↓", x: column.x, y: 3, role: isSelected ? .selection : .quiet)
    }
  }

  /// Each topic over its first column, cut before the next one's.
  private func drawTopics(_ layout: GridLayout, _ canvas: inout Canvas) {
    let firsts = layout.columns.filter(\.isFirst)
    for (index, column) in firsts.enumerated() {
      let end = index + 1 < firsts.count ? firsts[index + 1].x - 1 : canvas.width - 1
      let name = picture.partitions[column.place].partition.topic.text
      canvas.put(ColumnText.clipped(name, width: end - column.x), x: column.x, y: 2, role: .label)
    }
  }

  private func drawMember(_ index: Int, _ layout: GridLayout, y: Int, _ canvas: inout Canvas) {
    let member = picture.members[index]
    let isSelected = model.selectedMember == member.slot
    let isThere = member.isMember || member.canRead
    let letter = isThere ? Role.ownerLetter(Hue(owner: member.slot.hue)) : .quiet
    canvas.put(member.slot.letter, x: 2, y: y, role: isSelected ? .selection : letter)
    canvas.put(
      layout.names.name(member, width: layout.nameWidth), x: 5, y: y,
      role: isSelected ? .selection : isThere ? .text : .quiet)
    if picture.leader == member.slot {
      canvas.put("★", x: 6 + layout.nameWidth, y: y, role: .text)
    }
    for column in layout.columns { drawCell(member.slot, column, layout, y: y, &canvas) }
  }

  private func drawCell(
    _ slot: MemberSlot, _ column: GridLayout.Column, _ layout: GridLayout, y: Int,
    _ canvas: inout Canvas
  ) {
    let partition = picture.partitions[column.place]
    let mark = model.overlay?.mark(column.place, picture)
    let badge = OwnerBadge(partition, mark)
    guard badge.owner == slot else {
      let isHidden = mark == .hidden
      canvas.put(isHidden ? "?" : "·", x: column.x, y: y, role: isHidden ? .quiet : .faint)
      return
    }
    if layout.pitch == 4 {
      canvas.put(badge.text, x: column.x - 1, y: y, role: badge.role)
    } else if mark != nil {
      canvas.put(Self.first(slot), x: column.x, y: y, role: badge.role)
    } else {
      let (glyph, role) = Self.mark(partition, slot)
      canvas.put(glyph, x: column.x, y: y, role: role)
    }
  }

  /// In its own row the letter says that the member reads; else the hole's sign says why not.
  private static func mark(_ partition: PartitionPicture, _ slot: MemberSlot) -> (String, Role) {
    switch partition.status {
    case .read, .revoking: (first(slot), .ownerBadge(Hue(owner: slot.hue)))
    case .ghost: ("░", .notRead)
    case .assigned, .nobody: ("╍", .notRead)
    case .unknown: ("?", .quiet)
    }
  }

  /// One column is for one letter.
  private static func first(_ slot: MemberSlot) -> String { String(slot.letter.prefix(1)) }

  private func drawRest(_ layout: GridLayout, y: Int, _ canvas: inout Canvas) {
    let hidden = picture.members.indices.filter { !layout.members.contains($0) }
    guard !hidden.isEmpty else { return }
    let owned = layout.columns.count { column in
      let owner = picture.partitions[column.place].shownOwner
      return owner.map { !layout.members.contains($0.index) } ?? false
    }
    canvas.put(book.moreMembers(hidden.count, owning: owned), x: 5, y: y, role: .quiet)
  }

  /// Whose each partition is, also where the member's row is not on the screen.
  private func drawOwners(_ layout: GridLayout, y: Int, _ canvas: inout Canvas) {
    canvas.put(book.owner, x: 1, y: y, role: .label)
    for column in layout.columns {
      let partition = picture.partitions[column.place]
      guard let owner = partition.shownOwner else {
        canvas.put(partition.status == .unknown ? "?" : "·", x: column.x, y: y, role: .notRead)
        continue
      }
      let hue = Role.ownerLetter(Hue(owner: owner.hue))
      let isRead = partition.status.isRead || partition.status == .unknown
      canvas.put(Self.first(owner), x: column.x, y: y, role: isRead ? hue : .notRead)
    }
  }

  private func drawLag(_ layout: GridLayout, y: Int, _ canvas: inout Canvas) {
    canvas.put(model.language.figure.lag, x: 1, y: y, role: .label)
    let now = picture.timeMs
    let largest = layout.columns.reduce(1) {
      max($0, picture.partitions[$1.place].lag(atMs: now) ?? 0)
    }
    let full = Bar.roundFull(largest)
    canvas.put(NumberText.grouped(full), before: layout.nameWidth + 5, y: y, role: .quiet)
    let bottom = y + layout.lagRows - 1
    for column in layout.columns {
      let partition = picture.partitions[column.place]
      let role: Role = partition.notReadSinceMs == nil ? .lagBar : .lagBarNotRead
      guard let lag = partition.lag(atMs: now) else {
        canvas.put("?", x: column.x, y: bottom, role: role)
        continue
      }
      let part = max(1, full / Int64(layout.lagRows))
      for row in 0..<layout.lagRows {
        let rest = lag - part * Int64(row)
        let glyph = Bar.vertical(value: rest, full: part) ?? (row == 0 ? "▁" : .space)
        canvas.put(glyph, x: column.x, y: bottom - row, role: role)
      }
    }
  }

  private func drawSelected(y: Int, _ canvas: inout Canvas) {
    guard let place = model.selectedPartition, picture.partitions.indices.contains(place) else {
      return
    }
    let partition = picture.partitions[place]
    let words = model.language.figure
    let owner = partition.shownOwner.map {
      "\($0.letter) \(MemberNames.full(picture[$0].identity))"
    }
    let text = book.selected(
      partition.partition.description, owner: owner,
      lag: partition.lag(atMs: picture.timeMs).map { NumberText.grouped($0) } ?? "?",
      notRead: picture.notReadMs(place).map { words.seconds(ms: $0) })
    canvas.put(
      TextWrap.first(text, width: canvas.width - 2), x: 1, y: y,
      role: partition.notReadSinceMs == nil ? .text : .notRead)
  }
}
