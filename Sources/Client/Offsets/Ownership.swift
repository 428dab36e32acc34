import KafkaModel

/// The present assignment, in order of topic and partition.
struct Ownership: Hashable, Sendable {
  private(set) var list: [OwnedPartition] = []
  /// The topics of `list`, in text order; `OwnedPartition.topicSlot` is a place in here.
  private(set) var topics: [TopicName] = []
  /// Raised with every new assignment: tells answers that are about an older one.
  private(set) var stamp: Int32 = 0
  /// Where the next poll goes on draining fetched records.
  var drainFrom = 0

  var isEmpty: Bool { list.isEmpty }
  var count: Int { list.count }
  var partitions: [TopicPartition] { list.map(\.partition) }
  var hasPositions: Bool { list.contains { $0.positionState == .valid } }
  var lacksPosition: Bool { list.contains { $0.positionState != .valid } }

  subscript(index: Int) -> OwnedPartition {
    _read { yield list[index] }
    _modify { yield &list[index] }
  }

  var indices: Range<Int> { list.indices }

  /// A new assignment. With `keepsKnown` (cooperative) what was there before keeps its position
  /// and what was fetched; else even a partition that comes back begins anew.
  mutating func replace(
    _ partitions: [TopicPartition], keepsKnown: Bool, leader: (TopicPartition) -> BrokerId
  ) {
    stamp &+= 1
    drainFrom = 0
    topics = []
    let former = keepsKnown ? list : []
    var place = 0
    list = []
    for partition in partitions.sorted() {
      if topics.last != partition.topic { topics.append(partition.topic) }
      while place < former.count && former[place].partition < partition { place += 1 }
      if place < former.count && former[place].partition == partition {
        var kept = former[place]
        kept.topicSlot = topics.count - 1
        list.append(kept)
        place += 1
      } else {
        list.append(
          OwnedPartition(
            partition, topicSlot: topics.count - 1, sinceStamp: stamp, leader: leader(partition)))
      }
    }
  }

  /// What is owned and not among `partitions`, in order.
  func notIn(_ partitions: [TopicPartition]) -> [TopicPartition] {
    let sorted = partitions.sorted()
    var place = 0
    var missing: [TopicPartition] = []
    for owned in list {
      while place < sorted.count && sorted[place] < owned.partition { place += 1 }
      if place == sorted.count || sorted[place] != owned.partition {
        missing.append(owned.partition)
      }
    }
    return missing
  }

  /// What was asked before has no bearing any more; nil = to the committed offset.
  mutating func seek(_ index: Int, to offset: Offset?) {
    stamp &+= 1
    list[index].seek(to: offset, stamp: stamp)
  }

  mutating func removeAll() {
    stamp &+= 1
    drainFrom = 0
    list = []
    topics = []
  }

  /// Forgets what was fetched and not yet returned by poll().
  mutating func dropBuffers() {
    for index in list.indices { list[index].buffered = nil }
  }

  /// The place of a topic in `topics`.
  func slot(of topic: TopicName) -> Int? { topics.firstIndex(of: topic) }

  /// The same, looked for at `cursor` first, as answers come in the order asked.
  func slot(of topic: TopicName, near cursor: inout Int) -> Int? {
    let isNext = cursor < topics.count && topics[cursor] == topic
    guard let slot = isNext ? cursor : slot(of: topic) else { return nil }
    cursor = slot + 1
    return slot
  }

  /// The place of a partition, looked for from `cursor` on, as answers come in the order asked.
  func index(inSlot slot: Int, _ partition: Int32, near cursor: inout Int) -> Int? {
    for step in 0..<list.count {
      var index = cursor + step
      if index >= list.count { index -= list.count }
      if list[index].partition.partition == partition && list[index].topicSlot == slot {
        cursor = index + 1 == list.count ? 0 : index + 1
        return index
      }
    }
    return nil
  }

  func index(of topic: TopicName, _ partition: Int32, near cursor: inout Int) -> Int? {
    guard let slot = slot(of: topic) else { return nil }
    return index(inSlot: slot, partition, near: &cursor)
  }
}
