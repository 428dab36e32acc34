/// A record of `__consumer_offsets`: what a coordinator writes and what it is loaded from.
///
/// No value means a tombstone.
public enum CoordinatorRecord: Hashable, Sendable {
  /// Key version 2 (`GroupMetadataKey`).
  case groupMetadata(GroupId, GroupMetadataValue?)
  /// Key version 1 (`OffsetCommitKey`).
  case offsetCommit(GroupId, TopicPartition, OffsetCommitValue?)

  public var groupId: GroupId {
    switch self {
    case .groupMetadata(let groupId, _), .offsetCommit(let groupId, _, _): groupId
    }
  }
}
