import KafkaModel

/// The leaders of the partitions that are written to.
extension KafkaProducer {
  var isAskingMetadata: Bool { inFlight.contains { $0.kind == .metadata } }

  /// Somebody waits for a leader, or what is known is old.
  var wantsMetadata: Bool { !queues.isEmpty }

  mutating func askMetadataIfDue() {
    guard wantsMetadata, state != .fatalError, !isAskingMetadata else { return }
    let topics = wantedTopics
    // A topic that is new to the producer is asked for at once.
    if !cluster.covers(topics) && topics != askedTopics { metadataMs = nowMs }
    guard metadataMs <= nowMs else { return }
    metadataMs = Timers.never
    askedTopics = topics
    _ = post(
      .metadata(MetadataRequest(topics: topics)), .metadata, to: .none, lane: .metadata)
  }

  /// In text order.
  private var wantedTopics: [TopicName] {
    var topics: [TopicName] = []
    for queue in queues where topics.last != queue.partition.topic {
      topics.append(queue.partition.topic)
    }
    return topics
  }

  mutating func metadataCame(_ response: MetadataResponse) {
    let isWanted = metadataMs < Timers.never
    if cluster.take(response, asked: askedTopics), !hasRecordsForNobody {
      metadataBackoff.reset()
      metadataMs = nowMs + config.metadataMaxAgeMs
    } else {
      backOffMetadata()
    }
    if isWanted { requestMetadata() }
    for index in queues.indices { queues[index].awaitsLeader = false }
  }

  /// Records for a partition that no Metadata answer has named: it may be a new one
  /// (`KafkaProducer.waitOnMetadata`).
  private var hasRecordsForNobody: Bool {
    queues.contains { !$0.isEmpty && isUnknown($0.partition) }
  }

  /// The topic is known and has no such partition.
  func isUnknown(_ partition: TopicPartition) -> Bool {
    cluster.covers([partition.topic]) && cluster.leader(of: partition) == .none
  }

  /// Asks again soon: something that was known has turned out wrong.
  mutating func requestMetadata() {
    metadataMs = min(metadataMs, nowMs + config.retryBackoffMs)
  }

  mutating func backOffMetadata() {
    metadataMs = nowMs + metadataBackoff.nextMs(config, &generator)
  }
}
