/// Sees an assignor at work, step by step; `NoObserver` costs nothing, as assignors are generic.
public protocol AssignorObserver {
  /// The members in the order in which the assignor serves them for `topic`.
  mutating func topicBegan(_ topic: TopicName, partitionCount: Int32, members: [MemberId])
  /// A partition goes to a member, and why.
  mutating func gave(_ partition: TopicPartition, to member: MemberId, because: AssignmentReason)
}

/// Why a member got a partition.
public enum AssignmentReason: Hashable, Sendable {
  /// The member's share of this topic: `share` partitions from `first` on.
  case rangeShare(first: Int32, share: Int32)
  /// A replica of the partition is on the member's rack (KIP-881).
  case sameRack
}

/// For those who only want the result.
public struct NoObserver: AssignorObserver {
  public init() {}
  public mutating func topicBegan(
    _ topic: TopicName, partitionCount: Int32, members: [MemberId]
  ) {}
  public mutating func gave(
    _ partition: TopicPartition, to member: MemberId, because: AssignmentReason
  ) {}
}
