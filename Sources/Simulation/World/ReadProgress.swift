import Feed
import KafkaModel

/// Whether the group is Stable and every partition read: what a lesson's start and end hang on.
struct ReadProgress: Sendable {
  private var readers: [MemberSlot?]
  private var unread: Int
  private var state: GroupState?
  private(set) var settledSinceMs: Int64?
  var isNobodyReading: Bool { unread == readers.count }

  init(partitions: Int) {
    readers = Array(repeating: nil, count: partitions)
    unread = partitions
  }

  mutating func take(_ timed: TimedEvent, _ logs: LogStore) {
    switch timed.event {
    case .groupState(let new, _, _): state = new
    case .readingStarted(let slot, let partition, _): set(slot, partition, logs)
    case .readingStopped(let slot, let partition): clear(slot, partition, logs)
    case .revoked(let slot, let list), .lost(let slot, let list):
      for partition in list { clear(slot, partition, logs) }
    case .process(let slot, .killed), .process(let slot, .ended), .process(let slot, .networkCut):
      for place in readers.indices where readers[place] == slot {
        readers[place] = nil
        unread += 1
      }
    default: return
    }
    if state == .stable && unread == 0 {
      settledSinceMs = settledSinceMs ?? timed.timeMs
    } else {
      settledSinceMs = nil
    }
  }

  private mutating func set(
    _ slot: MemberSlot, _ partition: TopicPartition, _ logs: LogStore
  ) {
    guard let place = logs.place(partition.topic, partition.partition) else { return }
    if readers[place] == nil { unread -= 1 }
    readers[place] = slot
  }

  private mutating func clear(
    _ slot: MemberSlot, _ partition: TopicPartition, _ logs: LogStore
  ) {
    guard let place = logs.place(partition.topic, partition.partition),
      readers[place] == slot
    else { return }
    readers[place] = nil
    unread += 1
  }
}
