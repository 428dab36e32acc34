/// Which partitions have moved from whom to whom, so that no two of one topic change places
/// (`AbstractStickyAssignor.PartitionMovements`).
struct PartitionMoves {
  private struct Way: Hashable {
    var topic: Int
    var from: Int
    var to: Int
  }

  /// A `HashSet<TopicPartition>` of one topic.
  private struct Moved: Sendable {
    /// In the order in which they were put in.
    var partitions: [Int] = []
    /// A Java set never shrinks.
    var largestCount = 0
  }

  private let group: StickyGroup
  private var moved = Index<Way, Moved>()
  private var ways: [Way?]

  init(_ group: StickyGroup) {
    self.group = group
    ways = Array(repeating: nil, count: group.partitionCount)
  }

  /// The partition to move in place of `partition`: one that went the opposite way before, the
  /// first in hash order, goes back instead.
  func actual(_ partition: Int, topic: Int, from: Int, to: Int) -> Int {
    let origin = ways[partition]?.from ?? from
    guard let opposite = moved[Way(topic: topic, from: to, to: origin)] else { return partition }
    let ordered = JavaOrder.ordered(
      opposite.partitions, largestCount: opposite.largestCount
    ) { JavaOrder.hashCode(group.partition($0)) }
    return ordered.first ?? partition
  }

  /// A partition that comes back to where it began has not moved.
  mutating func record(_ partition: Int, topic: Int, from: Int, to: Int) {
    var origin = from
    if let way = ways[partition] {
      origin = way.from
      forget(partition, way)
    }
    if origin == to { return }
    let way = Way(topic: topic, from: origin, to: to)
    ways[partition] = way
    var set = moved[way] ?? Moved()
    set.partitions.append(partition)
    set.largestCount = max(set.largestCount, set.partitions.count)
    moved[way] = set
  }

  private mutating func forget(_ partition: Int, _ way: Way) {
    ways[partition] = nil
    guard var set = moved[way] else { return }
    set.partitions.removeAll { $0 == partition }
    moved[way] = set.partitions.isEmpty ? nil : set
  }
}
