import KafkaModel

extension DescribeGroupsResponse.Group {
  /// Its members' bytes are those of consumers: others (Kafka Connect) fill them as they like.
  var speaksConsumer: Bool { protocolType == "consumer" }
}

extension DescribeGroupsResponse.Member {
  /// What it is assigned; nil where the broker withholds it, or the bytes are none of a consumer's.
  var partitions: [TopicPartition]? {
    if memberAssignment.isEmpty { return nil }
    return try? ConsumerAssignment(bytes: memberAssignment).partitions
  }

  /// Shown in Stable only.
  var subscribedTopics: [TopicName] {
    if memberMetadata.isEmpty { return [] }
    return (try? ConsumerSubscription(bytes: memberMetadata).topics) ?? []
  }
}
