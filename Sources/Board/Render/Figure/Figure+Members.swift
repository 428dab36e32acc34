import Feed
import Narration
import Screen

extension Figure {
  func drawMembers(_ canvas: inout Canvas) {
    let shown = shownMembers
    for (row, member) in shown.enumerated() {
      drawMember(member, y: rows.membersY + row, &canvas)
    }
    let hidden = picture.members.count - shown.count
    guard hidden > 0 else { return }
    let shownSlots = shown.map(\.slot)
    let reading = picture.members.count {
      $0.reads > 0 && $0.canRead && !shownSlots.contains($0.slot)
    }
    canvas.put(
      book.moreMembers(hidden, reading: reading), x: columns.nameX,
      y: rows.membersY + shown.count, role: .quiet)
  }

  /// All, or those that matter most, in order of their letters.
  private var shownMembers: [MemberPicture] {
    let all = focus.members.map { picture.members[$0] }
    let room = rows.memberRows - (all.count < picture.members.count ? 1 : 0)
    guard all.count > room else { return all }
    let count = max(0, rows.memberRows - 1)
    let ranked = all.indices.sorted { a, b in
      let (left, right) = (urgency(all[a]), urgency(all[b]))
      return left == right ? a < b : left > right
    }
    return ranked.prefix(count).sorted().map { all[$0] }
  }

  private func urgency(_ member: MemberPicture) -> Int {
    if member.slot == model.selectedMember { return 9 }
    if Busyness.isWatched(member) { return 8 }
    if member.doing == .failed || member.doing == .silent || member.doing == .slow { return 7 }
    if picture.state == .preparingRebalance, member.isMember, !member.hasSentJoin { return 6 }
    if case .removed = member.membership { return member.isRunning ? 5 : 1 }
    if member.slot == picture.leader { return 4 }
    return member.reads > 0 ? 3 : 2
  }

  private func drawMember(_ member: MemberPicture, y: Int, _ canvas: inout Canvas) {
    let hue = Hue(owner: member.slot.index)
    let isThere = member.isMember && (member.isRunning || member.process == .unknown)
    let letter = member.slot.letter
    let badge = letter.utf8.count == 1 ? " \(letter) " : letter + " "
    canvas.put(badge, x: 1, y: y, role: isThere ? .ownerBadge(hue) : .ownerLetter(hue))
    let isSelected = model.selectedMember == member.slot
    canvas.put(
      names.name(member, width: columns.nameWidth), x: columns.nameX, y: y,
      role: isSelected ? .selection : isThere ? .text : .quiet)
    if picture.leader == member.slot, member.isMember {
      canvas.put("★", x: columns.wordX - 2, y: y, role: .text)
    }
    canvas.put(
      ColumnText.clipped(book.member(member.word), width: columns.wordWidth),
      x: columns.wordX, y: y, role: wordRole(member))
    let lane = Rect(x: columns.historyX, y: y, width: columns.historyWidth, height: 1)
    canvas.draw(in: lane) { MemberLane(self, member.slot).draw(&$0) }
    drawDue(member, y: y, &canvas)
  }

  private func wordRole(_ member: MemberPicture) -> Role {
    if let previous = view.previous, member.slot.index < previous.members.count,
      previous.members[member.slot.index].word != member.word
    {
      return .changed
    }
    switch member.word {
    case .dead, .stopped, .cutOff, .notPolling, .hangs: return member.isMember ? .notRead : .quiet
    case .failed, .slow, .silent: return .warning
    case .idle where shares != nil: return .warning
    case .removed, .left: return .quiet
    default: return .text
    }
  }
}
