extension GroupPicture {
  /// Nothing is under way: the group is Stable or Empty, every partition is read, and no member
  /// comes, goes or is silent.
  public var isSettled: Bool {
    guard regrouping == nil, !members.contains(where: Self.isUnderWay) else { return false }
    guard state == .stable else { return state == .empty }
    return !partitions.contains { $0.notReadSinceMs != nil }
      && (rebalance == nil || isRebalanceSettled)
  }

  private static func isUnderWay(_ member: MemberPicture) -> Bool {
    if member.isMember { return !member.canRead }
    return member.isRunning && member.doing != .failed && member.doing != .unsubscribed
      && member.doing != .closed
  }
}
