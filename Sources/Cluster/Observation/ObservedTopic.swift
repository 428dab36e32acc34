import KafkaModel

/// A topic and who leads its partitions.
struct ObservedTopic: Hashable, Sendable {
  var name: TopicName
  /// By partition; `BrokerId.none` where there is none at the moment.
  var leaders: [BrokerId]

  /// nil where the broker does not know the topic, or says so with an error.
  init?(_ topic: MetadataResponse.Topic) {
    guard topic.errorCode == .none, !topic.partitions.isEmpty else { return nil }
    name = topic.name
    let sorted = topic.partitions.sorted { $0.partitionIndex < $1.partitionIndex }
    // Numbers are 0, 1, 2 …; a broker that says otherwise is not believed.
    guard sorted.indices.allSatisfy({ sorted[$0].partitionIndex == $0 }) else { return nil }
    leaders = sorted.map(\.leaderId)
  }

  var partitions: [TopicPartition] {
    leaders.indices.map { TopicPartition(name, Int32($0)) }
  }
}
