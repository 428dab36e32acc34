import KafkaModel

/// DescribeGroups (`GroupMetadataManager.describeGroups`).
extension GroupCoordinator {
  mutating func describe(
    _ request: DescribeGroupsRequest, _ context: RequestContext, _ turn: inout Turn
  ) {
    let described = request.groups.map { id in
      groups[id]?.described ?? missing(id, context.apiVersion)
    }
    turn.reply(
      context.token, .describeGroups(DescribeGroupsResponse(groups: described)))
  }

  /// Below version 6 a group that does not exist is described as dead, without an error.
  private func missing(_ id: GroupId, _ apiVersion: Int16) -> DescribeGroupsResponse.Group {
    var group = DescribeGroupsResponse.Group(
      groupId: id, groupState: GroupState.dead.rawValue)
    if apiVersion >= 6 {
      group.errorCode = .groupIdNotFound
      group.errorMessage = "Group \(id) not found."
    }
    return group
  }
}

extension ClassicGroup {
  /// Protocol and metadata are shown in Stable only; the old assignments always.
  fileprivate var described: DescribeGroupsResponse.Group {
    let isStable = state == .stable
    return .init(
      groupId: groupId, groupState: state.rawValue, protocolType: protocolType ?? "",
      protocolData: isStable ? protocolName ?? "" : "",
      members: members.inHashOrder.map {
        .init(
          memberId: $0.memberId, groupInstanceId: $0.groupInstanceId, clientId: $0.clientId,
          clientHost: $0.clientHost,
          memberMetadata: isStable ? $0.metadata(for: protocolName) : [],
          memberAssignment: $0.assignment)
      })
  }
}
