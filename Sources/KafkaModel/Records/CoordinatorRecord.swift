/// A record of `__consumer_offsets`: what a coordinator writes and what it is loaded from.
///
/// No value means a tombstone. The log of one partition in the order of its offsets, that is what
/// a state is made of.
public enum CoordinatorRecord: Hashable, Sendable {
  /// Key version 2 (`GroupMetadataKey`).
  case groupMetadata(GroupId, GroupMetadataValue?)
  /// Key version 1 (`OffsetCommitKey`).
  case offsetCommit(GroupId, TopicPartition, OffsetCommitValue?)
  /// Key version 1 in a producer's transactional batch: it counts when a COMMIT marker follows.
  case transactionalOffset(GroupId, TopicPartition, OffsetCommitValue, Producer)
  /// A control record in this partition of `__consumer_offsets`.
  case transactionEnd(TransactionMarker, partition: Int32)

  /// nil for a marker, which speaks of a producer.
  public var groupId: GroupId? {
    switch self {
    case .groupMetadata(let groupId, _), .offsetCommit(let groupId, _, _),
      .transactionalOffset(let groupId, _, _, _):
      groupId
    case .transactionEnd: nil
    }
  }
}
