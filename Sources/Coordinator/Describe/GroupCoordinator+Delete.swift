import KafkaModel

/// DeleteGroups (`GroupCoordinatorShard.deleteGroups`): only groups without members.
extension GroupCoordinator {
  mutating func delete(
    _ request: DeleteGroupsRequest, _ token: RequestToken, _ turn: inout Turn
  ) {
    var response = DeleteGroupsResponse()
    var tombstones: [CoordinatorRecord] = []
    for id in request.groupsNames {
      let error = deletionError(id)
      response.results.append(.init(groupId: id, errorCode: error))
      guard error == .none else { continue }
      tombstones += storedPartitions(of: id).map { .offsetCommit(id, $0, nil) }
      tombstones.append(.groupMetadata(id, nil))
      groups[id]?.disband(&turn)
      groups[id] = nil
    }
    guard let first = tombstones.first else {
      return turn.reply(token, .deleteGroups(response))
    }
    turn.writes.append(
      Write(
        groupId: first.groupId, records: tombstones, continuation: .deletion(token, response)))
  }

  /// Partitions with a committed offset, then those with a pending one only.
  private func storedPartitions(of id: GroupId) -> [TopicPartition] {
    var partitions = hardState.offsets(id).map(\.0)
    for pending in hardState.pendingOffsets(id) where !partitions.contains(pending.partition) {
      partitions.append(pending.partition)
    }
    return partitions
  }

  private func deletionError(_ id: GroupId) -> ErrorCode {
    switch groups[id]?.state {
    case nil, .dead: .groupIdNotFound
    case .empty: .none
    case .preparingRebalance, .completingRebalance, .stable: .nonEmptyGroup
    }
  }
}

extension ClassicGroup {
  /// The group is being deleted: ids handed out are worth nothing any more.
  fileprivate mutating func disband(_ turn: inout Turn) {
    for id in pendingIds { dropPending(id, &turn) }
    move(to: .dead, &turn)
    turn.tell(groupId, .groupDeleted)
  }
}
