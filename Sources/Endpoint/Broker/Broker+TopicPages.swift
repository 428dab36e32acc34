import KafkaModel

/// DescribeTopicPartitions (`DescribeTopicPartitionsRequestHandler`).
extension Broker {
  func topicPage(_ request: DescribeTopicPartitionsRequest) -> DescribeTopicPartitionsResponse {
    if let cursor = request.cursor, cursor.partitionIndex < 0 {
      let topics = request.topics.map {
        DescribeTopicPartitionsResponse.Topic(errorCode: .invalidRequest, name: $0.name)
      }
      return DescribeTopicPartitionsResponse(topics: topics)
    }
    var page = DescribeTopicPartitionsResponse()
    let limit = min(config.limits.describedPartitions, Int(request.responsePartitionLimit))
    var left = max(1, limit)
    for name in names(of: request) {
      if left == 0 {
        page.nextCursor = TopicCursor(topicName: name, partitionIndex: 0)
        break
      }
      let first = request.cursor.map { $0.topicName == name ? $0.partitionIndex : 0 } ?? 0
      let whole = described(name, nowMs: clock.nowMs)
      // Of a page after the first one a topic may have gone; who asked for all knows no names.
      if whole.errorCode != .none, request.topics.isEmpty { continue }
      let topic = DescribeTopicPartitionsResponse.Topic(whole, from: first, most: left)
      page.topics.append(topic)
      left -= topic.partitions.count
      let next = first + Int32(topic.partitions.count)
      if next < whole.partitions.count, !topic.partitions.isEmpty {
        page.nextCursor = TopicCursor(topicName: name, partitionIndex: next)
        break
      }
    }
    return page
  }

  /// In their order, from the cursor's on.
  private func names(of request: DescribeTopicPartitionsRequest) -> [TopicName] {
    let all =
      request.topics.isEmpty
      ? topics.allShown(nowMs: clock.nowMs).map(\.name) : request.topics.map(\.name).distinct
    let from = request.cursor?.topicName ?? ""
    return all.filter { $0 >= from }.sorted()
  }
}

extension DescribeTopicPartitionsResponse.Topic {
  fileprivate init(_ topic: MetadataResponse.Topic, from first: Int32, most: Int) {
    self.init(
      errorCode: topic.errorCode, name: topic.name, topicId: topic.topicId,
      isInternal: topic.isInternal,
      partitions: topic.partitions.dropFirst(Int(first)).prefix(most).map {
        .init(
          errorCode: $0.errorCode, partitionIndex: $0.partitionIndex, leaderId: $0.leaderId,
          leaderEpoch: $0.leaderEpoch, replicaNodes: $0.replicaNodes, isrNodes: $0.isrNodes)
      }, topicAuthorizedOperations: AuthorizedOperations.topic)
  }
}
