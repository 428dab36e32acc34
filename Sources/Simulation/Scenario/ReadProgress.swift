import Feed
import KafkaModel

/// Whether the group is Stable and every partition read: what a lesson's start and end hang on.
struct ReadProgress: Sendable {
  private var table = PartitionTable()
  private var readers: [MemberSlot?] = []
  private var unread = 0
  private var state: GroupState?
  private(set) var settledSinceMs: Int64?
  var isNobodyReading: Bool { unread == readers.count }
  /// The group has no members, or has never had one.
  var isEmpty: Bool { state == nil || state == .empty }

  mutating func take(_ timed: TimedEvent) {
    switch timed.event {
    case .groupState(let new, _, _): state = new
    case .topic(let topic, let partitions): grow(topic, partitions)
    case .readingStarted(let slot, let partition, _): set(slot, partition)
    case .readingStopped(let slot, let partition): clear(slot, partition)
    case .revoked(let slot, let list), .lost(let slot, let list):
      for partition in list { clear(slot, partition) }
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

  private mutating func grow(_ topic: TopicName, _ partitions: Int32) {
    let new = table.grow(topic, to: partitions).count
    readers += Array(repeating: nil, count: new)
    unread += new
  }

  private mutating func set(_ slot: MemberSlot, _ partition: TopicPartition) {
    guard let place = table[partition] else { return }
    if readers[place] == nil { unread -= 1 }
    readers[place] = slot
  }

  private mutating func clear(_ slot: MemberSlot, _ partition: TopicPartition) {
    guard let place = table[partition], readers[place] == slot else { return }
    readers[place] = nil
    unread += 1
  }
}
