import KafkaModel

/// SyncGroup (`GroupMetadataManager.classicGroupSync`).
extension ClassicGroup {
  mutating func sync(
    _ request: SyncGroupRequest, _ token: RequestToken, _ turn: inout Turn
  ) {
    let slot: Int
    switch check(request.memberId, request.groupInstanceId, request.generationId) {
    case .refused(let error): return turn.refuseSync(token, error)
    case .accepted(let found): slot = found
    }
    guard agrees(request.protocolType, protocolType),
      agrees(request.protocolName, protocolName)
    else { return turn.refuseSync(token, .inconsistentGroupProtocol) }
    switch state {
    case .empty, .dead: turn.refuseSync(token, .unknownMemberId)
    case .preparingRebalance: turn.refuseSync(token, .rebalanceInProgress)
    case .completingRebalance:
      syncReceived(slot, &turn)
      members.update(at: slot) { $0.parkedSync = token }
      turn.tell(groupId, .syncParked(request.memberId))
      if leader == request.memberId { write(request.assignments, &turn) }
    case .stable:
      syncReceived(slot, &turn)
      turn.reply(token, .syncGroup(syncAnswer(members.member(at: slot).assignment)))
    }
  }

  /// Clients below SyncGroup v5 do not say.
  private func agrees(_ said: String?, _ known: String?) -> Bool {
    said == nil || known == nil || said == known
  }

  private mutating func syncReceived(_ slot: Int, _ turn: inout Turn) {
    members.setOwesSync(false, at: slot)
    if members.owingCount == 0 { cancelSyncTimer(&turn) }
  }

  /// The leader's plan; members it left out get nothing.
  private mutating func write(
    _ assignments: [SyncGroupRequest.Assignment], _ turn: inout Turn
  ) {
    var given = Index<MemberId, [UInt8]>()
    for part in assignments { given[part.memberId] = part.assignment }
    let plan = members.inHashOrder.map {
      SyncGroupRequest.Assignment(
        memberId: $0.memberId, assignment: given[$0.memberId] ?? [])
    }
    turn.writes.append(
      Write(
        groupId: groupId, records: [.groupMetadata(groupId, written(plan: plan))],
        continuation: .plan(generation, plan)))
  }

  /// The plan is written down, or could not be. A rebalance that began meanwhile wins; and where a
  /// group was made anew meanwhile, its generations have the same numbers, but not its leader.
  mutating func planWritten(
    _ written: Generation, _ plan: [SyncGroupRequest.Assignment], error: ErrorCode,
    _ turn: inout Turn
  ) {
    if error == .none { turn.tell(groupId, .planWritten(written, plan)) }
    guard state == .completingRebalance, generation == written,
      plan.contains(where: { $0.memberId == leader })
    else { return }
    guard error == .none else {
      refuseSyncs(error, &turn)
      return rebalance(.writeFailed, &turn)
    }
    for part in plan {
      guard let slot = members.slot(of: part.memberId) else { continue }
      let token = members.update(at: slot) { member in
        member.assignment = part.assignment
        defer { member.parkedSync = nil }
        return member.parkedSync
      }
      guard let token else { continue }
      turn.reply(token, .syncGroup(syncAnswer(part.assignment)))
      startSession(at: slot, &turn)
    }
    move(to: .stable, &turn)
  }

  private func syncAnswer(_ assignment: [UInt8]) -> SyncGroupResponse {
    SyncGroupResponse(
      protocolType: protocolType, protocolName: protocolName, assignment: assignment)
  }

  /// Whoever joined this generation and has not sent SyncGroup is thrown out, static or not
  /// (`expirePendingSync`).
  mutating func syncTimerFired(_ turn: inout Turn) {
    guard let dueMs = syncDueMs, turn.nowMs >= dueMs else { return }
    syncDueMs = nil
    let owing = members.all.filter(\.owesSync).map(\.memberId)
    guard !owing.isEmpty, state == .completingRebalance || state == .stable else { return }
    remove(owing, .didNotSync, &turn)
    prepareRebalance(.didNotSync(owing), &turn)
  }
}
