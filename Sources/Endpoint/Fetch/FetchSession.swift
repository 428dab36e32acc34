import KafkaModel

/// Partitions that a client reads again and again without naming them each time (KIP-227), and
/// what it was told of each.
struct FetchSession {
  private struct Entry {
    var asked: FetchRequest.Partition
    var topicId: Uuid
    var highWatermark = Offset.none
    var logStartOffset = Offset.none
  }

  /// What the client's next request says.
  var epoch: Int32 = 1
  var usedMs: Int64
  let usesIds: Bool
  private var entries: [TopicPartition: Entry] = [:]
  /// Who was answered with records goes to the end, so that nobody starves.
  private var order: [TopicPartition] = []

  init(_ topics: [FetchRequest.Topic], usesIds: Bool, nowMs: Int64) {
    usedMs = nowMs
    self.usesIds = usesIds
    update(topics, forgetting: [])
  }

  var count: Int { order.count }

  mutating func update(
    _ topics: [FetchRequest.Topic], forgetting gone: [FetchRequest.ForgottenTopic]
  ) {
    for topic in topics {
      for asked in topic.partitions {
        let place = TopicPartition(topic.name, asked.partition)
        if entries[place] == nil { order.append(place) }
        entries[place, default: Entry(asked: asked, topicId: topic.topicId)].asked = asked
      }
    }
    for topic in gone {
      for index in topic.partitions { entries[TopicPartition(topic.name, index)] = nil }
    }
    if !gone.isEmpty { order.removeAll { entries[$0] == nil } }
  }

  /// All of them, as a request without a session would name them.
  var topics: [FetchRequest.Topic] {
    var topics: [FetchRequest.Topic] = []
    for place in order {
      guard let entry = entries[place] else { continue }
      if topics.last?.name != place.topic || topics.last?.topicId != entry.topicId {
        topics.append(.init(name: place.topic, partitions: [], topicId: entry.topicId))
      }
      topics[topics.count - 1].partitions.append(entry.asked)
    }
    return topics
  }

  /// Remembers what the client is told; `onlyNews` leaves out what it knows already.
  mutating func told(
    _ response: FetchResponse, onlyNews: Bool
  ) -> [FetchResponse.Topic] {
    var served: Set<TopicPartition> = []
    let topics = response.responses.compactMap { topic -> FetchResponse.Topic? in
      var topic = topic
      topic.partitions = topic.partitions.filter { partition in
        let place = TopicPartition(topic.name, partition.partitionIndex)
        if partition.hasRecords { served.insert(place) }
        return note(partition, place) || !onlyNews
      }
      return topic.partitions.isEmpty ? nil : topic
    }
    order = order.filter { !served.contains($0) } + order.filter(served.contains)
    return topics
  }

  /// Whether there is something to tell (`CachedPartition.maybeUpdateResponseData`).
  private mutating func note(
    _ partition: FetchResponse.Partition, _ place: TopicPartition
  ) -> Bool {
    guard var entry = entries[place] else { return true }
    let hasMoved =
      entry.highWatermark != partition.highWatermark
      || entry.logStartOffset != partition.logStartOffset
    entry.highWatermark = partition.highWatermark
    entry.logStartOffset = partition.logStartOffset
    let failed = partition.errorCode != .none
    if failed { entry.highWatermark = .none }
    entries[place] = entry
    return partition.hasRecords || hasMoved || failed
  }
}

extension FetchResponse.Partition {
  fileprivate var hasRecords: Bool {
    if case .batches(let bytes) = records { !bytes.isEmpty } else { false }
  }
}
