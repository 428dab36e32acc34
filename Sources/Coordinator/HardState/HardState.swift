import KafkaModel
import OrderedCollections

/// What survives a move of the coordinator: exactly what is in `__consumer_offsets`.
///
/// Changes only through `replay`, so that loading a log gives the same state as having written it.
public struct HardState: Sendable, Equatable {
  private(set) var groups: OrderedDictionary<GroupId, GroupMetadataValue> = [:]
  private(set) var offsets:
    OrderedDictionary<GroupId, OrderedDictionary<TopicPartition, OffsetCommitValue>> = [:]
  /// Offsets of transactions that have not ended, in the order in which they were written.
  var pending: OrderedDictionary<GroupId, [PendingOffset]> = [:]

  /// Applies one record; a tombstone removes. `partitions`: how many `__consumer_offsets` has.
  mutating func replay(_ record: CoordinatorRecord, of partitions: Int32) {
    switch record {
    case .groupMetadata(let groupId, let value):
      groups[groupId] = value
    case .offsetCommit(let groupId, let partition, let value):
      store(value, for: partition, of: groupId)
      supersede(partition, of: groupId, isGone: value == nil)
    case .transactionalOffset(let groupId, let partition, let value, let producer):
      add(PendingOffset(producer: producer, partition: partition, value: value), to: groupId)
    case .transactionEnd(let marker, let place):
      for groupId in pending.keys where groupId.offsetsPartition(of: partitions) == place {
        end(marker, of: groupId)
      }
    }
  }

  mutating func store(
    _ value: OffsetCommitValue?, for partition: TopicPartition, of groupId: GroupId
  ) {
    offsets[groupId, default: [:]][partition] = value
    if offsets[groupId]?.isEmpty == true { offsets[groupId] = nil }
  }

  /// Groups with a description or with offsets, be they pending, in the order of their first
  /// record.
  var groupIds: [GroupId] {
    let withOffsets = groups.keys + offsets.keys.filter { groups[$0] == nil }
    return withOffsets
      + pending.keys.filter { groups[$0] == nil && offsets[$0] == nil }
  }

  /// The group as it was last written; nil for one that only has offsets.
  public func group(_ groupId: GroupId) -> GroupMetadataValue? { groups[groupId] }

  /// The committed offset, nil where none is.
  public func offset(_ groupId: GroupId, _ partition: TopicPartition) -> OffsetCommitValue? {
    offsets[groupId]?[partition]
  }

  /// All committed offsets of a group, by topic and partition.
  public func offsets(_ groupId: GroupId) -> [(TopicPartition, OffsetCommitValue)] {
    (offsets[groupId] ?? [:]).sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
