import KafkaModel

extension ClassicGroup {
  /// The group as it is written down, with this plan (`newGroupMetadataRecord`); without one the
  /// members' present assignments.
  func written(plan: [SyncGroupRequest.Assignment]? = nil) -> GroupMetadataValue {
    var given = Index<MemberId, [UInt8]>()
    for part in plan ?? [] { given[part.memberId] = part.assignment }
    return GroupMetadataValue(
      protocolType: protocolType ?? "", generation: generation, protocolName: protocolName,
      leader: leader, currentStateTimestampMs: stateSinceMs,
      members: members.inHashOrder.map { member in
        .init(
          memberId: member.memberId, groupInstanceId: member.groupInstanceId,
          clientId: member.clientId, clientHost: member.clientHost,
          rebalanceTimeoutMs: member.rebalanceTimeoutMs,
          sessionTimeoutMs: member.sessionTimeoutMs,
          subscription: member.metadata(for: protocolName),
          assignment: plan == nil ? member.assignment : given[member.memberId] ?? [])
      })
  }
}
