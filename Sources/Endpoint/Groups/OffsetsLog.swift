import KafkaModel

/// What was written to `__consumer_offsets`, compacted as Kafka compacts it: only the newest
/// record of a key counts. A coordinator that starts again reads it.
struct OffsetsLog {
  private enum Key: Hashable {
    case group(GroupId)
    case offset(GroupId, TopicPartition)
  }

  private var records: [CoordinatorRecord] = []
  private static let slack = 10_000

  mutating func append(_ more: [CoordinatorRecord]) {
    records += more
    if records.count >= limit { compact() }
  }

  private var limit = OffsetsLog.slack

  /// In their order.
  var all: [CoordinatorRecord] { records }

  private mutating func compact() {
    var seen: Set<Key> = []
    var kept: [CoordinatorRecord] = []
    for record in records.reversed() where seen.insert(Self.key(record)).inserted {
      if !Self.isTombstone(record) { kept.append(record) }
    }
    records = kept.reversed()
    limit = 2 * records.count + Self.slack
  }

  private static func key(_ record: CoordinatorRecord) -> Key {
    switch record {
    case .groupMetadata(let group, _): .group(group)
    case .offsetCommit(let group, let partition, _): .offset(group, partition)
    }
  }

  private static func isTombstone(_ record: CoordinatorRecord) -> Bool {
    switch record {
    case .groupMetadata(_, let value): value == nil
    case .offsetCommit(_, _, let value): value == nil
    }
  }
}
