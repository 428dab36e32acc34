import Feed

/// Whether anything runs that tenths of a second matter for.
enum Busyness {
  static func isBusy(_ picture: GroupPicture) -> Bool {
    if picture.state == .preparingRebalance || picture.state == .completingRebalance {
      return true
    }
    if case .trouble = picture.health { return true }
    if picture.members.contains(where: { $0.held != nil }) { return true }
    return picture.partitions.contains { $0.notReadSinceMs != nil }
      || picture.members.contains { isWatched($0) }
  }

  /// A member whose deadline is shown because it is in danger.
  static func isWatched(_ member: MemberPicture) -> Bool {
    if member.formerId != nil { return true }
    guard member.isMember else { return false }
    return member.process == .dead || member.process == .ended || !member.isConnected
      || !member.isPolling || member.isFrozen
  }
}
