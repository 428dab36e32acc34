import KafkaModel

/// ListGroups (`GroupMetadataManager.listGroups`).
extension GroupCoordinator {
  mutating func list(
    _ request: ListGroupsRequest, _ token: RequestToken, _ turn: inout Turn
  ) {
    let states = request.statesFilter.map { $0.lowercased() }
    let types = request.typesFilter.map { $0.lowercased() }
    let isAskedFor = types.isEmpty || types.contains(ClassicGroup.type)
    let listed = groups.values.filter { group in
      isAskedFor && (states.isEmpty || states.contains(group.state.rawValue.lowercased()))
    }
    turn.reply(token, .listGroups(ListGroupsResponse(groups: listed.map(\.listed))))
  }
}

extension ClassicGroup {
  /// Kafka's name for groups of the classic protocol.
  fileprivate static let type = "classic"

  fileprivate var listed: ListGroupsResponse.Group {
    .init(
      groupId: groupId, protocolType: protocolType ?? "", groupState: state.rawValue,
      groupType: Self.type)
  }
}
