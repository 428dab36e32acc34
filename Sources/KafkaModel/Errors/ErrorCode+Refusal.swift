extension ErrorCode {
  /// As an answer to JoinGroup: it stays so while nothing is changed at the client or the group.
  /// Java's client throws (`AbstractCoordinator.JoinGroupResponseHandler`), librdkafka asks
  /// again and again; POLICY_VIOLATION is how a broker of ours tells its limits.
  public var refusesJoinForGood: Bool {
    switch self {
    case .inconsistentGroupProtocol, .invalidSessionTimeout, .groupMaxSizeReached,
      .invalidGroupId, .policyViolation:
      true
    default: false
    }
  }
}
