import Feed

extension MemberPicture {
  /// It has done its part of the join phase: the coordinator holds its JoinGroup, or it has sent
  /// one and reaches the brokers.
  public var hasSentJoin: Bool { hasJoined || (doing == .joining && isConnected && isRunning) }

  /// It has sent that since its last JoinGroup.
  func hasSent(
    _ kind: Timeline.LaneMark.Kind, in timeline: Timeline, atMs nowMs: Int64
  ) -> Bool {
    guard timeline.marks.indices.contains(slot.index) else { return false }
    let past = timeline.marks[slot.index].filter { $0.atMs <= nowMs }
    guard let last = past.lastIndex(where: { $0.kind == .joinSent }) else { return false }
    return past[last...].contains { $0.kind == kind }
  }
}
