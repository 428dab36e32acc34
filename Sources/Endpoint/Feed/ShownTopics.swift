import Feed
import KafkaModel

/// The topics on the screen, and what of their logs it has already.
struct ShownTopics {
  private var counts: [TopicName: Int32] = [:]
  /// The one that was shown first.
  private(set) var first: TopicName?
  private var ends: [TopicPartition: Offset] = [:]

  func contains(_ name: TopicName) -> Bool { counts[name] != nil }

  /// The topic as it is now: what is news of it.
  mutating func note(_ topic: Topic) -> [FeedEvent] {
    let count = Int32(topic.logs.count)
    let before = counts[topic.name]
    var events: [FeedEvent] = []
    if count > before ?? 0 {
      counts[topic.name] = count
      if first == nil { first = topic.name }
      events.append(.topic(topic.name, partitions: count))
      if before != nil { events.append(.partitionsAdded(topic.name, partitions: count)) }
    }
    for (index, log) in topic.logs.enumerated() {
      let place = TopicPartition(topic.name, Int32(index))
      if ends[place] == log.endOffset { continue }
      ends[place] = log.endOffset
      events.append(.logEnd(place, LogEnd(offset: log.endOffset)))
    }
    return events
  }
}
