import Feed
import KafkaModel

/// The numbers of a large group for its recording: not each of them, ten thousands a second, but
/// where they stand every some seconds.
struct NumberSampler {
  private var committed: [Offset?] = []
  private var logEnds: [Offset?] = []
  private var dueMs: Int64 = 0

  /// Smaller groups are recorded whole.
  private static let manyPartitions = 1_000

  /// What of `happened` goes into the recording.
  mutating func pick(_ happened: [TimedEvent], _ picture: GroupPicture) -> [TimedEvent] {
    if picture.partitions.count <= Self.manyPartitions { return happened }
    let events = happened.filter { !Self.isNumber($0.event) }
    if picture.timeMs < dueMs { return events }
    // The larger the group, the less often.
    dueMs = picture.timeMs + Int64(picture.partitions.count)
    return events + numbers(picture)
  }

  private static func isNumber(_ event: FeedEvent) -> Bool {
    switch event {
    case .committed, .logEnd: true
    default: false
    }
  }

  private mutating func numbers(_ picture: GroupPicture) -> [TimedEvent] {
    let missing = picture.partitions.count - committed.count
    committed += Array(repeating: nil, count: missing)
    logEnds += Array(repeating: nil, count: missing)
    var events: [TimedEvent] = []
    for (place, partition) in picture.partitions.enumerated() {
      if let offset = partition.committed, offset != committed[place] {
        committed[place] = offset
        events.append(TimedEvent(picture.timeMs, .committed(partition.partition, offset)))
      }
      if let end = partition.logEnd(atMs: picture.timeMs), end != logEnds[place] {
        logEnds[place] = end
        events.append(
          TimedEvent(picture.timeMs, .logEnd(partition.partition, LogEnd(offset: end))))
      }
    }
    return events
  }
}
