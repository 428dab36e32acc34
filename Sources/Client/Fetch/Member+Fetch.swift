import KafkaModel

/// Fetching: at most one request to a broker at a time, for all partitions it leads.
extension Member {
  mutating func sendFetches() {
    if isGivingUp || hasFailed { return }
    for index in ownership.indices where ownership[index].canFetch {
      let leader = ownership[index].leader
      if !isFetching(from: leader) { fetch(from: leader) }
    }
  }

  private func isFetching(from broker: BrokerId) -> Bool {
    inFlight.contains { $0.api == .fetch && $0.broker == broker }
  }

  private mutating func fetch(from leader: BrokerId) {
    var topics: [FetchRequest.Topic] = []
    topics.reserveCapacity(ownership.topics.count)
    var lastSlot = -1
    for index in ownership.indices
    where ownership[index].canFetch && ownership[index].leader == leader {
      let partition = ownership[index].partition
      let entry = FetchRequest.Partition(
        partition: partition.partition, fetchOffset: ownership[index].position)
      if ownership[index].topicSlot == lastSlot {
        topics[topics.count - 1].partitions.append(entry)
      } else {
        lastSlot = ownership[index].topicSlot
        topics.append(FetchRequest.Topic(name: partition.topic, partitions: [entry]))
      }
      if !ownership[index].isReading {
        ownership[index].isReading = true
        notes.append(.readingStarted(partition, ownership[index].position))
      }
    }
    let request = FetchRequest(
      maxWaitMs: config.fetchMaxWaitMs, minBytes: config.fetchMinBytes,
      isolationLevel: config.isolationLevel.rawValue, topics: topics,
      rackId: config.clientRack ?? "")
    send(.fetch(request), to: leader, lane: .fetch)
  }

  /// Nothing is fetched any more, and those who watch are told.
  mutating func stopReading() {
    for index in ownership.indices where ownership[index].isReading {
      ownership[index].isReading = false
      notes.append(.readingStopped(ownership[index].partition))
    }
  }

  mutating func recordsCame(_ response: FetchResponse, _ request: InFlight) {
    guard closing == .open, !hasFailed else { return }
    if response.errorCode != .none {
      if request.ownershipStamp == ownership.stamp { leaderFailed(request.broker) }
      return
    }
    var cursor = 0
    var topicCursor = 0
    for topic in response.responses {
      guard let slot = ownership.slot(of: topic.name, near: &topicCursor) else { continue }
      for partition in topic.partitions {
        if let index = ownership.index(
          inSlot: slot, partition.partitionIndex, near: &cursor),
          // What was asked under an older assignment may start at another position.
          ownership[index].isKnown(to: request)
        {
          take(partition, index)
        }
      }
    }
  }

  private mutating func take(_ partition: FetchResponse.Partition, _ index: Int) {
    switch partition.errorCode {
    case .none:
      if case .run(let run) = partition.records { buffer(run, index) }
    case .offsetOutOfRange:
      stopReading(index)
      resetPosition(index, .fetch)
    default:
      if Reaction.toPartitionLeader(partition.errorCode) == .fatal {
        fail(partition.errorCode, .fetch)
      } else {
        distrustLeader(index)
      }
    }
  }

  mutating func stopReading(_ partitions: [TopicPartition]) {
    for index in ownership.indices where partitions.contains(ownership[index].partition) {
      stopReading(index)
    }
  }

  mutating func stopReading(_ index: Int) {
    if !ownership[index].isReading { return }
    ownership[index].isReading = false
    notes.append(.readingStopped(ownership[index].partition))
  }

  private mutating func buffer(_ run: RecordRun, _ index: Int) {
    let position = ownership[index].position
    guard !isGivingUp, ownership[index].positionState == .valid,
      ownership[index].buffered == nil, run.nextOffset > position
    else { return }
    var run = run
    // A batch may begin before the offset asked for.
    if run.firstOffset < position {
      run.count = max(0, run.count - (position - run.firstOffset))
      run.firstOffset = position
    }
    ownership[index].buffered = run
  }

  /// Waits for the next Metadata answer before this leader is asked again.
  mutating func distrustLeader(_ index: Int) {
    ownership[index].awaitsLeader = true
    requestMetadata()
  }

  mutating func leaderFailed(_ broker: BrokerId) {
    for index in ownership.indices where ownership[index].leader == broker {
      ownership[index].awaitsLeader = true
    }
    requestMetadata()
  }
}
