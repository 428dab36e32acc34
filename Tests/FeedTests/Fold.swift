import Feed

/// A picture and its timeline, fed together.
struct Fold {
  var picture = GroupPicture()
  var timeline = Timeline()

  init(_ events: [TimedEvent]) { add(events) }

  mutating func add(_ events: [TimedEvent]) {
    for timed in events { picture.apply(timed, into: &timeline) }
  }

  mutating func add(_ timeMs: Int64, _ event: FeedEvent) { add([TimedEvent(timeMs, event)]) }

  var statuses: [PartitionStatus] { picture.partitions.map(\.status) }
}
