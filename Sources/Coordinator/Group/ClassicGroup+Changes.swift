import KafkaModel

/// The small steps that the requests and timers are made of.
extension ClassicGroup {
  mutating func move(to next: GroupState, cause: RebalanceCause? = nil, _ turn: inout Turn) {
    precondition(state.leads(to: next), "illegal transition of a group")
    previousState = state
    state = next
    stateSinceMs = turn.nowMs
    turn.tell(
      groupId,
      .stateChanged(from: previousState, to: next, generation: generation, cause: cause))
  }

  /// Starts a session anew, by default with the member's own length.
  mutating func startSession(at slot: Int, lengthMs: Int64? = nil, _ turn: inout Turn) {
    let dueMs = members.update(at: slot) { member in
      let dueMs = turn.nowMs + (lengthMs ?? Int64(member.sessionTimeoutMs))
      member.sessionDueMs = dueMs
      return dueMs
    }
    let memberId = members.id(at: slot)
    turn.set(.session(groupId, memberId), atMs: dueMs)
    turn.tell(groupId, .sessionTimerSet(memberId, dueMs: dueMs))
  }

  /// Takes members out, ends their sessions, answers what they had parked, and finds another
  /// leader if theirs is among them (`ClassicGroup.remove`).
  mutating func remove(_ ids: [MemberId], _ reason: RemovalReason, _ turn: inout Turn) {
    for id in ids {
      guard let member = members.remove(id) else { continue }
      turn.cancel(.session(groupId, id))
      if let token = member.parkedJoin {
        // Without the id, so that the client asks for a new one.
        turn.refuseJoin(token, .unknownMemberId, memberId: "")
      }
      if let token = member.parkedSync { turn.refuseSync(token, .unknownMemberId) }
      turn.tell(groupId, .memberRemoved(id, reason))
    }
    if let leader, !members.contains(leader) {
      setLeader(members.inHashOrder.first?.memberId, &turn)
    }
  }

  mutating func setLeader(_ id: MemberId?, _ turn: inout Turn) {
    guard id != leader else { return }
    leader = id
    if let id { turn.tell(groupId, .leaderElected(id)) }
  }

  /// Forgets an id that was handed out and not used.
  mutating func dropPending(_ id: MemberId, _ turn: inout Turn) {
    pending[id] = nil
    turn.cancel(.session(groupId, id))
    turn.tell(groupId, .pendingIdDropped(id))
  }

  /// Answers every parked SyncGroup with an error and forgets the plan
  /// (`resetAndPropagateAssignmentWithError`).
  mutating func refuseSyncs(_ error: ErrorCode, _ turn: inout Turn) {
    for slot in 0..<members.count {
      let token = members.update(at: slot) { member in
        member.assignment = []
        defer { member.parkedSync = nil }
        return member.parkedSync
      }
      guard let token else { continue }
      turn.refuseSync(token, error)
      startSession(at: slot, &turn)
    }
  }

  /// Nobody owes a SyncGroup any more.
  mutating func stopWaitingForSyncs(_ turn: inout Turn) {
    for slot in 0..<members.count { members.setOwesSync(false, at: slot) }
    cancelSyncTimer(&turn)
  }

  mutating func cancelSyncTimer(_ turn: inout Turn) {
    guard syncDueMs != nil else { return }
    syncDueMs = nil
    turn.cancel(.sync(groupId))
  }
}
