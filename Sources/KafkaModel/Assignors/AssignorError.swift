/// An assignor gave up; the Java client throws these out of `poll()` of the leader.
public enum AssignorError: Error, Hashable, Sendable, CustomStringConvertible {
  /// More partitions than shares: only after a topic was made again with fewer partitions.
  case noMoreUnfilledMembers
  /// Fewer partitions than shares, for the same reason.
  case tooFewLargeShares
  /// A member that was left below the smallest share.
  case belowSmallestShare(MemberId)
  /// A partition was to go back to a member that takes part in no exchange
  /// (Kafka's general algorithm then runs into a null).
  case previousOwnerOutOfReach

  /// The name of the Java exception.
  public var exceptionName: String {
    switch self {
    case .previousOwnerOutOfReach: "NullPointerException"
    case .noMoreUnfilledMembers, .tooFewLargeShares, .belowSmallestShare:
      "IllegalStateException"
    }
  }

  /// The message of the Java exception.
  public var description: String {
    switch self {
    case .noMoreUnfilledMembers: "No more unfilled consumers to be assigned."
    case .tooFewLargeShares:
      "We haven't reached the expected number of members with more than the minQuota partitions, "
        + "but no more partitions to be assigned"
    case .belowSmallestShare(let member):
      "Consumer: [\(member)] doesn't reach minQuota partitions, "
        + "and no more partitions to be assigned"
    case .previousOwnerOutOfReach:
      "The previous owner of a partition takes part in no exchange"
    }
  }
}
