import KafkaModel

/// What was written to `__consumer_offsets`, compacted as Kafka compacts it: only the newest
/// record of a key counts. A coordinator that starts again reads it.
struct OffsetsLog {
  private enum Key: Hashable {
    case group(GroupId)
    case offset(GroupId, TopicPartition)
  }

  /// Where a marker counts: in its partition, for its producer.
  private struct Ending: Hashable {
    let producerId: Int64
    let partition: Int32
  }

  private var records: [CoordinatorRecord] = []
  private static let slack = 10_000
  /// `offsets.topic.num.partitions`.
  private let partitions: Int32

  init(partitions: Int32) { self.partitions = partitions }

  mutating func append(_ more: [CoordinatorRecord]) {
    records += more
    if records.count >= limit { compact() }
  }

  private var limit = OffsetsLog.slack

  /// Whether there are fewer records than so many, once only the newest of each key is left.
  mutating func hasRoom(below most: Int) -> Bool {
    if records.count >= most, records.count > compactCount { compact() }
    return records.count < most
  }

  /// How many were left the last time.
  private var compactCount = 0

  /// In their order.
  var all: [CoordinatorRecord] { records }

  mutating func compact() {
    var seen: Set<Key> = []
    var gone: Set<Key> = []
    var endings: [Ending: Bool] = [:]
    var kept: [CoordinatorRecord] = []
    for record in records.reversed() {
      guard let record = settled(record, &endings) else { continue }
      guard let key = Self.key(record) else { continue }
      if case .transactionalOffset = record {
        // Of an open transaction: needed, unless a tombstone has removed it.
        if !gone.contains(key) { kept.append(record) }
      } else if Self.isTombstone(record) {
        gone.insert(key)
        seen.insert(key)
      } else if seen.insert(key).inserted {
        kept.append(record)
      }
    }
    records = kept.reversed()
    limit = 2 * records.count + Self.slack
    compactCount = records.count
  }

  /// What is left of a record when the markers behind it are known: a committed offset is like any
  /// other at its place, an aborted one is nothing, and no marker is needed for either.
  private func settled(
    _ record: CoordinatorRecord, _ endings: inout [Ending: Bool]
  ) -> CoordinatorRecord? {
    switch record {
    case .groupMetadata, .offsetCommit: return record
    case .transactionEnd(let marker, let partition):
      endings[Ending(producerId: marker.producer.id, partition: partition)] = marker.isCommit
      return nil
    case .transactionalOffset(let group, let place, let value, let producer):
      let partition = group.offsetsPartition(of: partitions)
      switch endings[Ending(producerId: producer.id, partition: partition)] {
      case nil: return record
      case true?: return .offsetCommit(group, place, value)
      case false?: return nil
      }
    }
  }

  /// nil for a marker.
  private static func key(_ record: CoordinatorRecord) -> Key? {
    switch record {
    case .groupMetadata(let group, _): .group(group)
    case .offsetCommit(let group, let partition, _),
      .transactionalOffset(let group, let partition, _, _):
      .offset(group, partition)
    case .transactionEnd: nil
    }
  }

  private static func isTombstone(_ record: CoordinatorRecord) -> Bool {
    switch record {
    case .groupMetadata(_, let value): value == nil
    case .offsetCommit(_, _, let value): value == nil
    case .transactionalOffset, .transactionEnd: false
    }
  }
}
