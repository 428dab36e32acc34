import KafkaModel

extension ErrorCode {
  /// Of an answer to JoinGroup: it stays so while nothing is changed at the client or the group.
  var refusesForGood: Bool {
    switch self {
    case .inconsistentGroupProtocol, .invalidSessionTimeout, .groupMaxSizeReached,
      .invalidGroupId, .policyViolation:
      true
    default: false
    }
  }
}
