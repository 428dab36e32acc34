import KafkaModel

extension GroupCoordinator {
  /// Makes a group from what is written down (`GroupMetadataManager.onLoaded`).
  mutating func restore(_ id: GroupId, _ turn: inout Turn) {
    var group = ClassicGroup(groupId: id, nowMs: turn.nowMs)
    if let value = hardState.group(id) { group.restore(value, &turn) }
    groups[id] = group
  }
}

extension ClassicGroup {
  /// Stable with members, Empty without; every session starts anew, and every member supports
  /// just the assignor that was chosen until it joins again.
  fileprivate mutating func restore(_ value: GroupMetadataValue, _ turn: inout Turn) {
    generation = value.generation
    protocolType = value.protocolType.isEmpty ? nil : value.protocolType
    protocolName = value.protocolName
    leader = value.leader
    if value.currentStateTimestampMs >= 0 { stateSinceMs = value.currentStateTimestampMs }
    guard !value.members.isEmpty else { return }
    state = .stable
    previousState = .completingRebalance
    for member in value.members where !members.contains(member.memberId) {
      members.add(ClassicMember(written: member, protocolName: value.protocolName ?? ""))
      startSession(at: members.count - 1, &turn)
    }
    if members.count > turn.config.groupMaxSize { prepareRebalance(.groupTooLarge, &turn) }
  }
}

extension ClassicMember {
  fileprivate init(written: GroupMetadataValue.Member, protocolName: String) {
    self.init(
      memberId: written.memberId, groupInstanceId: written.groupInstanceId,
      clientId: written.clientId, clientHost: written.clientHost,
      sessionTimeoutMs: written.sessionTimeoutMs,
      rebalanceTimeoutMs: written.rebalanceTimeoutMs,
      protocols: [.init(name: protocolName, metadata: written.subscription)],
      assignment: written.assignment)
  }
}
