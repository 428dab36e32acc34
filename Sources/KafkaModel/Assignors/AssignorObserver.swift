/// Sees an assignor at work, step by step; `NoObserver` costs nothing, as nobody tells it.
public protocol AssignorObserver {
  /// Whether anything is to be told at all.
  static var isWatching: Bool { get }

  /// The members in the order in which the assignor serves them for `topic`.
  mutating func topicBegan(_ topic: TopicName, partitionCount: Int32, members: [MemberId])

  /// A partition goes to a member, and why. It may go on to another one later.
  mutating func gave(_ partition: TopicPartition, to member: MemberId, because: AssignmentReason)

  /// A partition is `member`'s from the next generation on: somebody has to revoke it first
  /// (`cooperative-sticky`, KIP-429).
  mutating func withheld(_ partition: TopicPartition, from member: MemberId)
}

extension AssignorObserver {
  public static var isWatching: Bool { true }
  public mutating func withheld(_ partition: TopicPartition, from member: MemberId) {}
}

/// Why a member got a partition.
public enum AssignmentReason: Hashable, Sendable {
  /// The member's share of this topic: `share` partitions from `first` on.
  case rangeShare(first: Int32, share: Int32)
  /// A replica of the partition is on the member's rack (KIP-881).
  case sameRack
  /// The next subscriber of the cycle.
  case turn
  /// It had the partition before, and within its share.
  case kept
  /// It had fewer partitions than its share, or the fewest of those who could take it.
  case fewest
  /// Taken from a member with at least two more.
  case evened(from: MemberId)
}

/// For those who only want the result.
public struct NoObserver: AssignorObserver {
  public init() {}
  public static var isWatching: Bool { false }
  public mutating func topicBegan(
    _ topic: TopicName, partitionCount: Int32, members: [MemberId]
  ) {}
  public mutating func gave(
    _ partition: TopicPartition, to member: MemberId, because: AssignmentReason
  ) {}
}
