import KafkaModel

/// The present assignment, in order of topic and partition.
struct Ownership: Hashable, Sendable {
  private(set) var list: [OwnedPartition] = []
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
    get { list[index] }
    _modify { yield &list[index] }
  }

  var indices: Range<Int> { list.indices }

  mutating func replace(_ partitions: [TopicPartition], leader: (TopicPartition) -> BrokerId) {
    stamp &+= 1
    drainFrom = 0
    list = partitions.sorted().map { OwnedPartition($0, leader: leader($0)) }
  }

  mutating func removeAll() {
    stamp &+= 1
    drainFrom = 0
    list = []
  }

  /// Forgets what was fetched and not yet returned by poll().
  mutating func dropBuffers() {
    for index in list.indices { list[index].buffered = nil }
  }

  /// The place of a partition, looked for from `cursor` on, as answers come in the order asked.
  func index(of topic: TopicName, _ partition: Int32, near cursor: inout Int) -> Int? {
    for step in 0..<list.count {
      var index = cursor + step
      if index >= list.count { index -= list.count }
      if list[index].partition.partition == partition && list[index].partition.topic == topic {
        cursor = index + 1 == list.count ? 0 : index + 1
        return index
      }
    }
    return nil
  }
}
