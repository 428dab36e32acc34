import KafkaModel

/// OffsetFetch: what is written down, in every state (`OffsetMetadataManager.fetchOffsets`).
extension GroupCoordinator {
  mutating func fetchOffsets(
    _ request: OffsetFetchRequest, _ token: RequestToken, _ turn: inout Turn
  ) {
    turn.reply(
      token,
      .offsetFetch(
        OffsetFetchResponse(
          groups: request.groups.map { offsets(of: $0, isStable: request.requireStable) })))
  }

  private func offsets(
    of group: OffsetFetchRequest.Group, isStable: Bool
  ) -> OffsetFetchResponse.Group {
    guard let topics = group.topics else {
      return .init(
        groupId: group.groupId, topics: allOffsets(of: group.groupId, isStable: isStable))
    }
    return .init(
      groupId: group.groupId,
      topics: topics.map { topic in
        .init(
          name: topic.name,
          partitions: topic.partitionIndexes.map { index in
            offset(of: TopicPartition(topic.name, index), group.groupId, isStable: isStable)
          })
      })
  }

  private func allOffsets(
    of groupId: GroupId, isStable: Bool
  ) -> [OffsetFetchResponse.Topic] {
    var topics: [OffsetFetchResponse.Topic] = []
    for (key, _) in hardState.offsets(groupId) {
      if topics.last?.name != key.topic { topics.append(.init(name: key.topic, partitions: [])) }
      topics[topics.count - 1].partitions.append(
        offset(of: key, groupId, isStable: isStable))
    }
    return topics
  }

  /// `isStable`: whoever asks has to wait for a transaction that may still change the offset
  /// (KIP-447).
  private func offset(
    of partition: TopicPartition, _ groupId: GroupId, isStable: Bool
  ) -> OffsetFetchResponse.Partition {
    let index = partition.partition
    if isStable && hardState.isPending(groupId, partition) {
      return .init(partitionIndex: index, errorCode: .unstableOffsetCommit)
    }
    guard let value = hardState.offset(groupId, partition) else {
      return .init(partitionIndex: index)
    }
    return .init(
      partitionIndex: index, committedOffset: value.offset,
      committedLeaderEpoch: value.leaderEpoch, metadata: value.metadata)
  }
}
