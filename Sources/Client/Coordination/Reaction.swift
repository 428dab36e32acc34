import KafkaModel

/// What the Java client does about an answer's error code, request by request.
///
/// The rules are those of `AbstractCoordinator` and `ConsumerCoordinator`. A reset only counts
/// while the member's generation is still the one that the request carried.
enum Reaction: Hashable, Sendable {
  case accept
  /// Keep the id that came, generation -1, join again at once.
  case keepGivenId
  /// Join again at once, with the generation kept.
  case rejoin
  /// Generation -1, the id stays.
  case resetGeneration
  /// Generation -1 and no id.
  case resetMember
  /// The same again after a backoff.
  case backOff
  /// Find the coordinator again, then the same after a backoff.
  case findCoordinator
  /// No success, but nothing to do.
  case giveUp
  /// Thrown out of poll().
  case fatal

  static func toFindCoordinator(_ error: ErrorCode) -> Reaction {
    switch error {
    case .none: .accept
    case .coordinatorNotAvailable, .coordinatorLoadInProgress, .notCoordinator: .backOff
    default: .fatal
    }
  }

  static func toJoin(_ error: ErrorCode) -> Reaction {
    switch error {
    case .none: .accept
    case .memberIdRequired: .keepGivenId
    case .unknownMemberId: .resetMember
    case .rebalanceInProgress: .rejoin
    case .coordinatorLoadInProgress: .backOff
    case .coordinatorNotAvailable, .notCoordinator: .findCoordinator
    default: .fatal
    }
  }

  static func toSync(_ error: ErrorCode) -> Reaction {
    switch error {
    case .none: .accept
    case .rebalanceInProgress: .rejoin
    case .illegalGeneration: .resetGeneration
    case .unknownMemberId: .resetMember
    case .coordinatorNotAvailable, .notCoordinator: .findCoordinator
    default: .fatal
    }
  }

  /// A member that is rebalancing anyway need not be told so.
  static func toHeartbeat(_ error: ErrorCode, in state: MembershipState) -> Reaction {
    switch error {
    case .none: .accept
    case .rebalanceInProgress: state == .stable ? .rejoin : .accept
    case .illegalGeneration: .resetGeneration
    case .unknownMemberId: .resetMember
    case .fencedInstanceId: .fatal
    case .coordinatorNotAvailable, .notCoordinator: .findCoordinator
    default: .backOff
    }
  }

  /// Of a commit the client makes by itself: only a fenced one reaches the application.
  static func toCommit(_ error: ErrorCode) -> Reaction {
    switch error {
    case .none: .accept
    case .illegalGeneration: .resetGeneration
    case .unknownMemberId: .resetMember
    case .rebalanceInProgress: .rejoin
    case .fencedInstanceId: .fatal
    case .unknownTopicOrPartition, .coordinatorLoadInProgress: .backOff
    case .coordinatorNotAvailable, .notCoordinator, .requestTimedOut: .findCoordinator
    default: .giveUp
    }
  }

  static func toOffsetFetch(_ error: ErrorCode) -> Reaction {
    switch error {
    case .none: .accept
    case .coordinatorLoadInProgress, .unstableOffsetCommit, .unknownTopicOrPartition: .backOff
    case .coordinatorNotAvailable, .notCoordinator: .findCoordinator
    default: .fatal
    }
  }

  /// Of ListOffsets and Fetch: whatever a fresh look at the metadata may cure is tried again.
  static func toPartitionLeader(_ error: ErrorCode) -> Reaction {
    switch error {
    case .none: .accept
    case .topicAuthorizationFailed, .corruptMessage, .unsupportedVersion: .fatal
    default: .backOff
    }
  }
}
