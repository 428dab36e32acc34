import KafkaModel

/// OffsetFetch: what is written down, in every state (`OffsetMetadataManager.fetchOffsets`).
extension GroupCoordinator {
  mutating func fetchOffsets(
    _ request: OffsetFetchRequest, _ token: RequestToken, _ turn: inout Turn
  ) {
    turn.reply(
      token, .offsetFetch(OffsetFetchResponse(groups: request.groups.map(offsets(of:)))))
  }

  private func offsets(of group: OffsetFetchRequest.Group) -> OffsetFetchResponse.Group {
    guard let topics = group.topics else {
      return .init(groupId: group.groupId, topics: allOffsets(of: group.groupId))
    }
    return .init(
      groupId: group.groupId,
      topics: topics.map { topic in
        .init(
          name: topic.name,
          partitions: topic.partitionIndexes.map { index in
            partition(index, hardState.offset(group.groupId, TopicPartition(topic.name, index)))
          })
      })
  }

  private func allOffsets(of groupId: GroupId) -> [OffsetFetchResponse.Topic] {
    var topics: [OffsetFetchResponse.Topic] = []
    for (key, value) in hardState.offsets(groupId) {
      if topics.last?.name != key.topic { topics.append(.init(name: key.topic, partitions: [])) }
      topics[topics.count - 1].partitions.append(partition(key.partition, value))
    }
    return topics
  }

  private func partition(
    _ index: Int32, _ value: OffsetCommitValue?
  ) -> OffsetFetchResponse.Partition {
    guard let value else { return .init(partitionIndex: index) }
    return .init(
      partitionIndex: index, committedOffset: value.offset,
      committedLeaderEpoch: value.leaderEpoch, metadata: value.metadata)
  }
}
