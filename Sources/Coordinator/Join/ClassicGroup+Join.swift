import KafkaModel

/// JoinGroup (`GroupMetadataManager.classicGroupJoinToClassicGroup`).
extension ClassicGroup {
  mutating func join(
    _ request: JoinGroupRequest, _ context: RequestContext, _ ids: inout MemberIdSource,
    _ turn: inout Turn
  ) {
    func refuse(_ error: ErrorCode, memberId: MemberId? = nil) {
      turn.refuseJoin(context.token, error, memberId: memberId ?? request.memberId)
    }
    guard hasRoom(for: request.memberId, maxSize: turn.config.groupMaxSize) else {
      refuse(.groupMaxSizeReached, memberId: "")
      if pending[request.memberId] != nil { dropPending(request.memberId, &turn) }
      return remove([request.memberId], .groupTooLarge, &turn)
    }
    guard state != .dead else { return refuse(.coordinatorNotAvailable) }
    guard supports(request.protocolType, request.protocols) else {
      return refuse(.inconsistentGroupProtocol)
    }
    if request.memberId.isEmpty {
      return joinAsStranger(request, context, &ids, &turn)
    }
    if pending[request.memberId] != nil {
      // An id that was handed out belongs to a dynamic member; Kafka throws here.
      guard request.groupInstanceId == nil else { return refuse(.unknownServerError) }
      return add(request.memberId, request, context, &turn)
    }
    switch check(request.memberId, request.groupInstanceId) {
    case .refused(let error): refuse(error)
    case .accepted(let slot): rejoin(slot, request, context, &turn)
    }
  }

  /// Somebody without an id: static members are added or replaced at once, dynamic ones have to
  /// come back with the id they are given (KIP-394), so that ids of lost answers expire.
  private mutating func joinAsStranger(
    _ request: JoinGroupRequest, _ context: RequestContext, _ ids: inout MemberIdSource,
    _ turn: inout Turn
  ) {
    let memberId = ids.make(clientId: context.clientId, instanceId: request.groupInstanceId)
    if let instanceId = request.groupInstanceId, let old = members.id(of: instanceId) {
      return replace(old, by: memberId, request, context, &turn)
    }
    guard request.groupInstanceId == nil, context.apiVersion >= 4 else {
      return add(memberId, request, context, &turn)
    }
    let dueMs = turn.nowMs + Int64(request.sessionTimeoutMs)
    pending[memberId] = dueMs
    turn.set(.session(groupId, memberId), atMs: dueMs)
    turn.tell(groupId, .memberIdHandedOut(memberId, clientId: context.clientId, dueMs: dueMs))
    turn.refuseJoin(context.token, .memberIdRequired, memberId: memberId)
  }

  /// A new member (`addMemberThenRebalanceOrCompleteJoin`).
  private mutating func add(
    _ memberId: MemberId, _ request: JoinGroupRequest, _ context: RequestContext,
    _ turn: inout Turn
  ) {
    if state == .preparingRebalance && previousState == .empty { memberAddedInDelay = true }
    if members.isEmpty { protocolType = request.protocolType }
    pending[memberId] = nil
    members.add(
      ClassicMember(
        memberId: memberId, groupInstanceId: request.groupInstanceId, clientId: context.clientId,
        clientHost: context.clientHost, sessionTimeoutMs: request.sessionTimeoutMs,
        rebalanceTimeoutMs: request.rebalanceTimeoutMs, protocols: request.protocols,
        isNew: true, parkedJoin: context.token))
    turn.tell(
      groupId,
      .memberAdded(memberId, instanceId: request.groupInstanceId, clientId: context.clientId))
    if leader == nil { setLeader(memberId, &turn) }
    // It cannot send heartbeats while it waits, so its own session does not count yet.
    startSession(at: members.count - 1, lengthMs: turn.config.newMemberJoinTimeoutMs, &turn)
    tellParked(memberId, &turn)
    rebalance(state == .empty ? .groupWasEmpty(memberId) : .newMember(memberId), &turn)
  }

  /// A JoinGroup of a member.
  private mutating func rejoin(
    _ slot: Int, _ request: JoinGroupRequest, _ context: RequestContext, _ turn: inout Turn
  ) {
    let memberId = request.memberId
    let unchanged = members.member(at: slot).protocols == request.protocols
    switch state {
    case .preparingRebalance:
      update(slot, request, context.token, &turn)
      completeJoinIfEverybodyWaits(&turn)
    case .completingRebalance where unchanged:
      // It probably missed the answer.
      turn.reply(context.token, .joinGroup(joinAnswer(to: memberId)))
    case .stable where unchanged && leader != memberId:
      turn.reply(context.token, .joinGroup(joinAnswer(to: memberId)))
    case .completingRebalance, .stable:
      let leads = state == .stable && leader == memberId
      update(slot, request, context.token, &turn)
      rebalance(leads ? .leaderRejoined(memberId) : .memberRejoined(memberId), &turn)
    case .empty, .dead:
      turn.refuseJoin(context.token, .unknownMemberId, memberId: memberId)
    }
  }

  /// Stores what the request says and parks it (`ClassicGroup.updateMember`).
  mutating func update(
    _ slot: Int, _ request: JoinGroupRequest, _ token: RequestToken, _ turn: inout Turn
  ) {
    members.setProtocols(request.protocols, at: slot)
    members.update(at: slot) {
      $0.sessionTimeoutMs = request.sessionTimeoutMs
      $0.rebalanceTimeoutMs = request.rebalanceTimeoutMs
    }
    members.park(token, at: slot)
    tellParked(request.memberId.isEmpty ? members.id(at: slot) : request.memberId, &turn)
  }

  private func tellParked(_ memberId: MemberId, _ turn: inout Turn) {
    turn.tell(
      groupId,
      .joinParked(
        memberId, joined: members.waitingCount, members: members.count, pending: pending.count))
  }

  /// The current generation as a member hears of it; only the leader is told the members.
  func joinAnswer(to memberId: MemberId) -> JoinGroupResponse {
    JoinGroupResponse(
      generationId: generation, protocolType: protocolType, protocolName: protocolName,
      leader: leader ?? "", memberId: memberId, members: leader == memberId ? roster : [])
  }

  /// The members with their metadata for the chosen assignor.
  var roster: [JoinGroupResponse.Member] {
    members.inHashOrder.map {
      .init(
        memberId: $0.memberId, groupInstanceId: $0.groupInstanceId,
        metadata: $0.metadata(for: protocolName))
    }
  }
}
