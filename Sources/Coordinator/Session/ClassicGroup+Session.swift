import KafkaModel

/// Heartbeats and the ends of sessions.
extension ClassicGroup {
  /// `classicGroupHeartbeat`. CompletingRebalance answers NONE, whatever Kafka's table says.
  mutating func heartbeat(_ request: HeartbeatRequest, _ turn: inout Turn) -> ErrorCode {
    switch check(request.memberId, request.groupInstanceId, request.generationId) {
    case .refused(let error): return error
    case .accepted(let slot):
      guard state != .empty else { return .unknownMemberId }
      startSession(at: slot, &turn)
      return state == .preparingRebalance ? .rebalanceInProgress : .none
    }
  }

  /// `expireClassicGroupMemberHeartbeat`, for members and for ids handed out.
  mutating func sessionTimerFired(_ memberId: MemberId, _ turn: inout Turn) {
    if let dueMs = pending[memberId] {
      guard turn.nowMs >= dueMs else { return }
      dropPending(memberId, &turn)
      return completeExpiry(&turn)
    }
    guard let slot = members.slot(of: memberId),
      let dueMs = members.member(at: slot).sessionDueMs, turn.nowMs >= dueMs
    else { return }
    let member = members.member(at: slot)
    // Whoever waits for the coordinator cannot send heartbeats, but a new member has a limit.
    if !member.isNew && (member.parkedJoin != nil || member.parkedSync != nil) {
      members.update(at: slot) { $0.sessionDueMs = nil }
      return turn.tell(groupId, .sessionTimerCleared(memberId))
    }
    remove([memberId], member.isNew ? .newMemberTimedOut : .sessionTimedOut, &turn)
    if state == .preparingRebalance { return completeExpiry(&turn) }
    rebalance(
      member.isNew ? .newMemberTimedOut(memberId) : .sessionTimedOut(memberId), &turn)
  }

  /// Unlike a request, an expiry may end the initial delay.
  private mutating func completeExpiry(_ turn: inout Turn) {
    if state == .preparingRebalance && everybodyWaits { completeJoin(&turn) }
  }
}
