import Feed
import Narration
import Screen

extension Figure {
  func drawPartitions(_ canvas: inout Canvas) {
    guard !picture.partitions.isEmpty else { return }
    switch rows.partitions {
    case .strips: PartitionStrips(self).draw(&canvas)
    case .ribbons(let height):
      drawPartitionHeader(&canvas)
      let shown = shownPlaces(rows.partitionRows / height)
      for (row, place) in shown.enumerated() {
        let y = rows.partitionsY + row * height + height - 1
        drawPartition(place, y: y, isTall: height >= 2, fullLag: fullLag, &canvas)
      }
      drawRest(shown, y: rows.partitionsY + shown.count * height + height - 1, &canvas)
    }
  }

  /// All; of a zoom as many as fit around the selected one, with a row to count the others.
  private func shownPlaces(_ fitting: Int) -> ArraySlice<Int> {
    let all = focus.places
    guard !focus.isWhole else { return all.prefix(fitting) }
    let room = max(1, fitting - 1)
    let chosen = model.selectedPartition.flatMap { all.firstIndex(of: $0) } ?? 0
    let start = max(0, min(chosen - room / 2, all.count - room))
    return all[start...].prefix(room)
  }

  private func drawRest(_ shown: ArraySlice<Int>, y: Int, _ canvas: inout Canvas) {
    let hidden = picture.partitions.count - shown.count
    guard hidden > 0 else { return }
    let all = picture.partitions.count { $0.notReadSinceMs != nil }
    let seen = shown.count { picture.partitions[$0].notReadSinceMs != nil }
    canvas.put(book.morePartitions(hidden, notRead: all - seen), x: 1, y: y, role: .quiet)
  }

  private func drawPartitionHeader(_ canvas: inout Canvas) {
    let y = rows.headerY
    if columns.gridMembers > 0 {
      let isLong = labels.hasManyTopics && DisplayWidth.of(book.partition) <= columns.labelWidth
      canvas.put(isLong ? book.partition : book.partitionShort, x: 1, y: y, role: .label)
      for member in picture.members {
        canvas.put(
          member.slot.letter, x: columns.badgeCenter(member.slot), y: y,
          role: .ownerLetter(Hue(owner: member.slot.index)))
      }
    } else {
      let topic = labels.hasManyTopics ? book.partition : topicName
      canvas.put(ColumnText.cut(topic, width: columns.lagEnd - 6), x: 1, y: y, role: .label)
    }
    canvas.put(book.lag, before: columns.lagEnd, y: y, role: .label)
    let right = verdict == nil ? book.notRead : book.notReadSeconds
    if verdict != nil || picture.partitions.contains(where: { $0.notReadSinceMs != nil }) {
      canvas.put(right, before: columns.width - 1, y: y, role: .label)
    }
  }

  private var topicName: String { picture.partitions.first?.partition.topic.text ?? "" }

  private func drawPartition(
    _ place: Int, y: Int, isTall: Bool, fullLag: Int64, _ canvas: inout Canvas
  ) {
    let partition = picture.partitions[place]
    let isSelected = model.selectedPartition == place
    canvas.put(
      labels.text(partition, width: columns.labelWidth), x: 1, y: y,
      role: isSelected ? .selection : .text)
    drawOwner(partition, place, y: y, &canvas)
    drawLag(partition, y: y, fullLag: fullLag, &canvas)
    drawHeld(place, y: y, fullLag: fullLag, &canvas)
    let ribbon = Rect(
      x: columns.historyX, y: y - (isTall ? 1 : 0), width: columns.historyWidth,
      height: isTall ? 2 : 1)
    canvas.draw(in: ribbon) {
      Ribbon(view, place, scale: scale, book: book).draw(&$0)
    }
    drawNotRead(place, y: y, &canvas)
  }

  private func drawOwner(
    _ partition: PartitionPicture, _ place: Int, y: Int, _ canvas: inout Canvas
  ) {
    let mark = mark(place)
    let badge = OwnerBadge(partition, mark)
    let role = mark == nil && isBadgeNew(place) ? Role.changed : badge.role
    if columns.gridMembers > 0 {
      let isOthers =
        mark.map { $0 == .hidden } ?? (badge.owner == nil && partition.status == .unknown)
      for member in picture.members where member.slot != badge.owner {
        canvas.put(
          isOthers ? "?" : "·", x: columns.badgeCenter(member.slot), y: y,
          role: isOthers ? .quiet : .faint)
      }
      if mark == nil { drawOthers(partition, badge.owner, y: y, &canvas) }
      if badge.owner == nil { return }
    }
    let center = columns.badgeCenter(badge.owner)
    canvas.put(badge.text, x: center - 1, y: y, role: role)
  }

  /// Who reads it beside its owner, or whose it is while another one reads it.
  private func drawOthers(
    _ partition: PartitionPicture, _ shown: MemberSlot?, y: Int, _ canvas: inout Canvas
  ) {
    guard let intruder = partition.intruder else { return }
    if intruder != shown {
      let badge = OwnerBadge(intruder: intruder)
      canvas.put(badge.text, x: columns.badgeCenter(intruder) - 1, y: y, role: badge.role)
    } else if let owner = partition.planned.slot {
      canvas.put(
        "(\(owner.letter))", x: columns.badgeCenter(owner) - 1, y: y,
        role: .ownerBadge(Hue(owner: owner.index)))
    }
  }

  private func isBadgeNew(_ place: Int) -> Bool {
    guard let previous = view.previous, previous.partitions.indices.contains(place) else {
      return false
    }
    let (old, new) = (previous.partitions[place], picture.partitions[place])
    return old.shownOwner != new.shownOwner || old.status != new.status
  }

  private func drawLag(
    _ partition: PartitionPicture, y: Int, fullLag: Int64, _ canvas: inout Canvas
  ) {
    let isRead = partition.notReadSinceMs == nil
    guard let lag = partition.lag(atMs: picture.timeMs) else {
      canvas.put(lagless(partition), before: columns.lagEnd, y: y, role: .quiet)
      return
    }
    canvas.put(Self.short(lag), before: columns.lagEnd, y: y, role: isRead ? .text : .notRead)
    let bar = Bar.horizontal(value: lag, full: fullLag, columns: columns.barWidth)
    canvas.put(bar, x: columns.barX, y: y, role: isRead ? .lagBar : .lagBarNotRead)
  }

  /// Nothing committed, as `kafka-consumer-groups.sh` prints it; or not known.
  func lagless(_ partition: PartitionPicture) -> String {
    let isKnown = model.capabilities.seesCoordinator || partition.committed != nil
    return isKnown ? "-" : "?"
  }

  /// At most four columns: 999, 4.1k is 4k, 12k, 3M.
  static func short(_ number: Int64) -> String {
    switch number {
    case ..<10_000: "\(number)"
    case ..<1_000_000: "\(number / 1000)k"
    case ..<1_000_000_000: "\(number / 1_000_000)M"
    default: "\(number / 1_000_000_000)G"
    }
  }

  /// Seconds not read while they run; after a rebalance what became of the partition.
  private func drawNotRead(_ place: Int, y: Int, _ canvas: inout Canvas) {
    let end = columns.width - 1
    if let ms = picture.notReadMs(place) {
      // Under the verdict's heading the unit stands above.
      let seconds = verdict == nil ? book.seconds(ms: ms) : TimeText.tenths(ms: ms)
      let text = TimeText.isNothing(ms: ms) ? book.fromNow : seconds
      canvas.put(text, before: end, y: y, role: .notRead)
      return
    }
    if drawStableOffset(place, y: y, &canvas) { return }
    guard let verdict else { return }
    let (word, role): (String, Role) =
      switch verdict.verdict(place) {
      case .kept: (book.kept, .text)
      case .moved: (book.moved, .strong)
      case .needless: (columns.dueWidth < 14 ? book.needlessShort : book.needless, .warning)
      case .none: ("", .text)
      }
    let ms = picture.accountNotReadMs(place)
    // What fell between two answers was not seen: that is not that it took no time.
    let isUnseen =
      TimeText.isNothing(ms: ms) && Narrator.isWatched(picture, model.capabilities)
    let number =
      isUnseen ? "?" : TimeText.tenths(ms: ms) + (picture.isAccountKnown(place) ? "" : "+")
    let start =
      ms > 0
      ? canvas.put(number, before: end, y: y, role: .holeInOneRow)
      : canvas.put(number, before: end, y: y, role: .quiet)
    let wordX = columns.dueX + (columns.dueWidth > 12 ? 2 : 1)
    if wordX + DisplayWidth.of(word) < start {
      canvas.put(word, x: wordX, y: y, role: role)
    } else {
      canvas.put(word, before: start - 1, y: y, role: role)
    }
  }
}
