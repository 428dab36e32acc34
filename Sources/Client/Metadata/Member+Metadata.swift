import KafkaModel

/// Topics, partition counts and leaders.
extension Member {
  mutating func askMetadataIfDue() {
    guard timers.metadataMs <= nowMs, !isInFlight(.metadata) else { return }
    timers.metadataMs = Timers.never
    askedTopics = watchedTopics
    send(.metadata(MetadataRequest(topics: watchedTopics)), to: .none, lane: .metadata)
  }

  mutating func metadataCame(_ response: MetadataResponse) {
    let isWanted = timers.metadataMs < Timers.never
    if cluster.take(response, asked: askedTopics) {
      timers.metadataBackoff.reset()
      timers.metadataMs = nowMs + config.metadataMaxAgeMs
    } else {
      backOffMetadata()
    }
    if isWanted { requestMetadata() }
    // Other topics have become of interest meanwhile.
    if !cluster.covers(watchedTopics) { timers.metadataMs = nowMs }
    for index in ownership.indices {
      ownership[index].leader = cluster.leader(of: ownership[index].partition)
      ownership[index].awaitsLeader = false
    }
    assignIfTopicsKnown()
  }

  /// Asks again soon: something that was known has turned out wrong.
  mutating func requestMetadata() {
    timers.metadataMs = min(timers.metadataMs, nowMs + config.retryBackoffMs)
  }

  mutating func backOffMetadata() {
    timers.metadataMs = nowMs + timers.metadataBackoff.nextMs(config, &generator)
  }

  /// The leader watches all the topics of its group, others their own.
  mutating func watch(_ topics: [TopicName]) {
    watchedTopics = topics
    if !cluster.covers(topics) { timers.metadataMs = nowMs }
  }

  /// Topics, their partition counts, or racks that count, have changed since this leader assigned
  /// them (`ConsumerCoordinator.MetadataSnapshot`).
  var assignmentIsOutdated: Bool {
    guard let assignedSizes else { return false }
    return assignedSizes != watchedSizes
  }

  /// Racks count for a member that has one.
  var watchedSizes: [ClusterView.Size] {
    cluster.sizes(withRacks: config.clientRack?.isEmpty == false)
  }
}
