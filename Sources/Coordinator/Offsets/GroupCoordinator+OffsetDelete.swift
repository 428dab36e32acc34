import KafkaModel

/// OffsetDelete (`OffsetMetadataManager.deleteOffsets`, KIP-496): not of topics that members read.
extension GroupCoordinator {
  mutating func delete(
    _ request: OffsetDeleteRequest, _ token: RequestToken, _ turn: inout Turn
  ) {
    if let error = deletionError(request.groupId) {
      return turn.reply(token, .offsetDelete(OffsetDeleteResponse(errorCode: error)))
    }
    var response = OffsetDeleteResponse()
    var tombstones: [CoordinatorRecord] = []
    for topic in request.topics {
      let isRead = groups[request.groupId]?.reads(topic.name) ?? false
      response.topics.append(
        .init(
          name: topic.name,
          partitions: topic.partitions.map {
            .init(
              partitionIndex: $0.partitionIndex,
              errorCode: isRead ? .groupSubscribedToTopic : .none)
          }))
      for entry in topic.partitions where !isRead {
        let partition = TopicPartition(topic.name, entry.partitionIndex)
        let isStored =
          hardState.offset(request.groupId, partition) != nil
          || hardState.isPending(request.groupId, partition)
        if isStored { tombstones.append(.offsetCommit(request.groupId, partition, nil)) }
      }
    }
    guard !tombstones.isEmpty else { return turn.reply(token, .offsetDelete(response)) }
    turn.writes.append(
      Write(
        groupId: request.groupId, records: tombstones,
        continuation: .offsetDeletion(token, response)))
  }

  private func deletionError(_ id: GroupId) -> ErrorCode? {
    switch groups[id]?.state {
    case nil, .dead: .groupIdNotFound
    case .empty: nil
    case .preparingRebalance, .completingRebalance, .stable:
      // What members of another kind read, the coordinator cannot tell.
      groups[id]?.protocolType == ClassicGroup.consumerType ? nil : .nonEmptyGroup
    }
  }
}

extension ClassicGroup {
  static let consumerType = "consumer"

  /// Whether a member has subscribed to the topic, as far as it can be told
  /// (`ClassicGroup.isSubscribedToTopic`).
  fileprivate func reads(_ topic: TopicName) -> Bool {
    guard protocolType == Self.consumerType, !members.isEmpty else { return false }
    guard protocolName != nil else { return true }
    for member in members.all {
      let bytes = member.metadata(for: protocolName)
      guard let subscription = try? ConsumerSubscription(bytes: bytes) else { return true }
      if subscription.topics.contains(topic) { return true }
    }
    return false
  }
}
