import Feed
import Narration
import Screen

extension Figure {
  /// Right of *now*: what is due for a member in danger as a line that shortens. While nothing is,
  /// how long ago each one's last heartbeat was: one column never holds both.
  func drawDue(_ member: MemberPicture, y: Int, _ canvas: inout Canvas) {
    if case .removed(_, let atMs) = member.membership, member.process == .unknown {
      let text = model.language.watch.gone(agoMs: picture.timeMs - atMs)
      canvas.put(text, before: columns.width - 1, y: y, role: .quiet)
    } else if let shares {
      if member.isMember {
        canvas.put(
          shares.text(member.slot, model.language), before: columns.width - 1, y: y,
          role: member.doing == .slow || member.doing == .silent ? .warning : .quiet)
      }
    } else if let due = Self.shownDue(member, picture) {
      drawDueLine(inMs: max(0, due - picture.timeMs), y: y, &canvas)
    } else if let age = heartbeatAge(member) {
      canvas.put(book.heartbeat(agoMs: age), before: columns.width - 1, y: y, role: .quiet)
    }
  }

  /// Over the column.
  var dueHeading: String? {
    if shares != nil { return model.language.watch.sharesHeading }
    if isSomethingDue { return book.dueHeading }
    return picture.members.contains { heartbeatAge($0) != nil } ? book.heartbeatHeading : nil
  }

  static func shownDue(_ member: MemberPicture, _ picture: GroupPicture) -> Int64? {
    if let held = member.held { return held.givesUpMs }
    if let former = member.formerSessionDueMs { return former }
    guard member.isMember else { return nil }
    if member.isRunning, member.isConnected, !member.isPolling { return member.pollDueMs }
    if Busyness.isWatched(member) { return member.sessionDueMs }
    // Who is told by its next heartbeat; the others have heard already.
    if picture.state == .preparingRebalance, !member.hasSentJoin, member.doing != .revoking,
      member.doing != .syncing
    {
      return member.heartbeatDueMs
    }
    return nil
  }

  /// Since the coordinator heard from a member that is well.
  func heartbeatAge(_ member: MemberPicture) -> Int64? {
    guard member.isMember, !isSomethingDue, let last = member.lastHeartbeatMs else { return nil }
    return max(0, picture.timeMs - last)
  }

  /// Where line and number have no room beside each other, the number counts.
  private func drawNumber(_ number: String, markX: Int, y: Int, _ canvas: inout Canvas) {
    let width = DisplayWidth.of(number)
    let isInLine = markX - width >= columns.dueX
    canvas.put(number, before: isInLine ? markX : columns.width - 1, y: y, role: .due)
  }

  private func drawDueLine(inMs: Int64, y: Int, _ canvas: inout Canvas) {
    let room = columns.dueWidth
    let text = " \(book.seconds(ms: inMs)) "
    let textWidth = DisplayWidth.of(text)
    let length = Int(clamping: min(Int64(room - 1), max(0, inMs / scale.msPerColumn)))
    let x = columns.dueX
    canvas.fill(Rect(x: x, y: y, width: length, height: 1), with: "╌", role: .due)
    canvas.put("◂", x: x + length, y: y, role: .due)
    if length >= textWidth {
      canvas.put(text, x: x + length - textWidth, y: y, role: .due)
    } else if length + 1 + textWidth <= room + 1 {
      canvas.put(text, x: x + length + 1, y: y, role: .due)
    } else {
      drawNumber(book.seconds(ms: inMs), markX: x + length, y: y, &canvas)
    }
  }
}
