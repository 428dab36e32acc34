import KafkaModel

/// The return of a static member under a new id (KIP-345,
/// `updateStaticMemberThenRebalanceOrCompleteJoin`).
extension ClassicGroup {
  mutating func replace(
    _ oldId: MemberId, by newId: MemberId, _ request: JoinGroupRequest,
    _ context: RequestContext, _ turn: inout Turn
  ) {
    guard let old = members[oldId], let instanceId = old.groupInstanceId else { return }
    let formerLeader = leader
    fence(old, &turn)
    swap(oldId, for: old.renamed(newId), &turn)
    turn.tell(groupId, .staticMemberReplaced(instanceId, old: oldId, new: newId))
    startSession(at: members.count - 1, &turn)
    update(members.count - 1, request, context.token, &turn)
    switch state {
    case .stable where chosenProtocol == protocolName:
      // Nothing changes for the others, so they are left in peace; only the id is written down.
      turn.writes.append(
        Write(
          groupId: groupId, records: [.groupMetadata(groupId, written())],
          continuation: .staticReplacement(
            StaticReplacement(
              instanceId: instanceId, old: old, newId: newId, formerLeader: formerLeader,
              apiVersion: context.apiVersion))))
    case .stable, .completingRebalance:
      // In CompletingRebalance the leader may have been told the old id already.
      prepareRebalance(.staticReplaced(newId), &turn)
    case .preparingRebalance, .empty, .dead:
      completeJoinIfEverybodyWaits(&turn)
    }
  }

  private var chosenProtocol: String? {
    ProtocolVote.winner(members.all, candidates: members.commonProtocols)
  }

  /// The old process, if it waits, hears that it has been replaced.
  private func fence(_ old: ClassicMember, _ turn: inout Turn) {
    turn.cancel(.session(groupId, old.memberId))
    if let token = old.parkedJoin {
      turn.refuseJoin(token, .fencedInstanceId, memberId: old.memberId)
    }
    if let token = old.parkedSync { turn.refuseSync(token, .fencedInstanceId) }
  }

  /// Puts a member in the place of another; the leader's role goes with it.
  private mutating func swap(_ id: MemberId, for member: ClassicMember, _ turn: inout Turn) {
    members.remove(id)
    members.add(member)
    if leader == id { setLeader(member.memberId, &turn) }
  }

  /// The replacement is written down, or could not be.
  mutating func replacementWritten(
    _ replacement: StaticReplacement, error: ErrorCode, _ turn: inout Turn
  ) {
    // A rebalance that began meanwhile answers it, or a still newer process has taken over.
    guard state == .stable, let slot = members.slot(of: replacement.newId),
      let token = members.unpark(at: slot)
    else { return }
    guard error == .none else { return undo(replacement, token, error, &turn) }
    var answer = joinAnswer(to: replacement.newId)
    if replacement.apiVersion >= 9 {
      answer.skipAssignment = leader == replacement.newId
    } else {
      // The defect KIP-814 repaired: a returning leader is told that another one leads.
      answer.leader = replacement.formerLeader ?? ""
      answer.members = []
    }
    turn.reply(token, .joinGroup(answer))
  }

  private mutating func undo(
    _ replacement: StaticReplacement, _ token: RequestToken, _ error: ErrorCode,
    _ turn: inout Turn
  ) {
    turn.cancel(.session(groupId, replacement.newId))
    swap(replacement.newId, for: replacement.old.renamed(replacement.old.memberId), &turn)
    turn.tell(
      groupId,
      .staticMemberReplaced(
        replacement.instanceId, old: replacement.newId, new: replacement.old.memberId))
    startSession(at: members.count - 1, &turn)
    turn.refuseJoin(token, error, memberId: "")
  }
}

extension ClassicMember {
  /// The same member under another id: it keeps assignment and metadata, nothing parked.
  fileprivate func renamed(_ id: MemberId) -> ClassicMember {
    ClassicMember(
      memberId: id, groupInstanceId: groupInstanceId, clientId: clientId, clientHost: clientHost,
      sessionTimeoutMs: sessionTimeoutMs, rebalanceTimeoutMs: rebalanceTimeoutMs,
      protocols: protocols, assignment: assignment)
  }
}
