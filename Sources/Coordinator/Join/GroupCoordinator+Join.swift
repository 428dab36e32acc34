import KafkaModel

extension GroupCoordinator {
  /// JoinGroup; an empty member id makes the group if there is none.
  mutating func join(
    _ request: JoinGroupRequest, _ context: RequestContext, _ turn: inout Turn
  ) {
    var request = request
    // Version 0 has no rebalance timeout.
    if context.apiVersion == 0 { request.rebalanceTimeoutMs = request.sessionTimeoutMs }
    if let slot = groups.index(forKey: request.groupId) {
      return groups.values[slot].join(request, context, &memberIds, &turn)
    }
    guard request.memberId.isEmpty else {
      return turn.refuseJoin(context.token, .unknownMemberId, memberId: request.memberId)
    }
    var group = ClassicGroup(groupId: request.groupId, nowMs: turn.nowMs)
    turn.writes.append(
      Write(
        groupId: group.groupId,
        records: [.groupMetadata(group.groupId, group.written(plan: []))],
        continuation: .groupCreated(context.token)))
    group.join(request, context, &memberIds, &turn)
    groups[request.groupId] = group
  }
}
