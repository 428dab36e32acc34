import Coordinator
import KafkaModel

/// Which answers Kafka's coordinator can give to which request.
enum PossibleAnswers {
  /// All that an append can fail with; 18 and 20 are RECORD_LIST_TOO_LARGE and
  /// NOT_ENOUGH_REPLICAS_AFTER_APPEND.
  static let ofAppends: [ErrorCode] = [
    .unknownTopicOrPartition, .notEnoughReplicas, .requestTimedOut, .notLeaderOrFollower,
    .kafkaStorageError, .messageTooLarge, ErrorCode(18), ErrorCode(20),
  ]

  /// Errors of a whole request, whatever state the group is in; a write that fails gives -1, 15
  /// or 16.
  static func errors(of api: ApiKey) -> [ErrorCode] {
    let moved: [ErrorCode] = [.none, .coordinatorLoadInProgress, .notCoordinator]
    let failed: [ErrorCode] = [.unknownServerError, .coordinatorNotAvailable]
    let member: [ErrorCode] = [.unknownMemberId, .fencedInstanceId]
    switch api {
    case .joinGroup:
      return moved + failed + member + [
        .inconsistentGroupProtocol, .invalidGroupId, .invalidSessionTimeout, .memberIdRequired,
        .groupMaxSizeReached,
      ]
    case .syncGroup:
      return moved + failed + member + [
        .illegalGeneration, .inconsistentGroupProtocol, .invalidGroupId, .rebalanceInProgress,
      ]
    case .heartbeat:
      return member + [
        .none, .notCoordinator, .illegalGeneration, .invalidGroupId, .rebalanceInProgress,
      ]
    case .leaveGroup: return moved + member + [.invalidGroupId]
    case .offsetCommit:
      return moved + failed + member + [
        .offsetMetadataTooLarge, .illegalGeneration, .rebalanceInProgress, .groupIdNotFound,
      ]
    case .offsetFetch: return moved + [.unstableOffsetCommit]
    case .describeGroups: return moved + [.groupIdNotFound]
    case .txnOffsetCommit:
      return moved + failed + member + [
        .offsetMetadataTooLarge, .illegalGeneration, .invalidGroupId,
      ]
    case .offsetDelete:
      return moved + failed + [
        .invalidGroupId, .nonEmptyGroup, .groupIdNotFound, .groupSubscribedToTopic,
      ]
    case .deleteGroups: return moved + failed + [.nonEmptyGroup, .groupIdNotFound]
    default: return []
    }
  }

  /// What a request must be answered at once, as far as that is known.
  ///
  /// - Parameter moved: what a coordinator that is not active says.
  static func error(
    of request: Request, _ version: Int16, _ coordinator: GroupCoordinator, moved: ErrorCode?
  ) -> ErrorCode? {
    if let error = senseless(request, version, coordinator.config) { return error }
    if case .heartbeat = request, moved == .coordinatorLoadInProgress { return ErrorCode.none }
    return moved ?? error(of: request, in: request.groupId.flatMap { coordinator.group($0) })
  }

  /// Refused by any broker, be it the coordinator or not.
  private static func senseless(
    _ request: Request, _ version: Int16, _ config: CoordinatorConfig
  ) -> ErrorCode? {
    if case .syncGroup(let body) = request, version >= 5,
      body.protocolType == nil || body.protocolName == nil
    {
      return .inconsistentGroupProtocol
    }
    if request.groupId?.isEmpty == true, request.apiKey != .offsetCommit { return .invalidGroupId }
    guard case .joinGroup(let body) = request,
      body.sessionTimeoutMs < config.minSessionTimeoutMs
        || body.sessionTimeoutMs > config.maxSessionTimeoutMs
    else { return nil }
    return .invalidSessionTimeout
  }

  /// What a member hears at once that says all that is right about itself; nil where it waits, or
  /// where more than the group's state decides.
  static func error(of request: Request, in group: ClassicGroup?) -> ErrorCode? {
    guard let group else { return nil }
    switch request {
    case .heartbeat(let request):
      guard isRight(request.memberId, request.groupInstanceId, request.generationId, group)
      else { return nil }
      return group.state == .preparingRebalance ? .rebalanceInProgress : ErrorCode.none
    case .syncGroup(let request):
      guard isRight(request.memberId, request.groupInstanceId, request.generationId, group),
        request.protocolType == group.protocolType, request.protocolType != nil,
        request.protocolName == group.protocolName, request.protocolName != nil
      else { return nil }
      switch group.state {
      case .preparingRebalance: return .rebalanceInProgress
      case .stable: return ErrorCode.none
      default: return nil
      }
    case .offsetCommit(let request):
      guard isRight(request.memberId, request.groupInstanceId, request.generationId, group),
        group.state == .completingRebalance, !request.topics.isEmpty
      else { return nil }
      return .rebalanceInProgress
    case .txnOffsetCommit(let request):
      // The group's state does not matter, the generation does.
      guard let member = group.member(request.memberId), request.generationId != group.generation,
        request.groupInstanceId == nil || request.groupInstanceId == member.groupInstanceId
      else { return nil }
      return request.topics.isEmpty ? nil : .illegalGeneration
    case .offsetDelete:
      return group.state == .empty || group.protocolType == "consumer" ? nil : .nonEmptyGroup
    default: return nil
    }
  }

  private static func isRight(
    _ id: MemberId, _ instance: InstanceId?, _ generation: Generation, _ group: ClassicGroup
  ) -> Bool {
    guard let member = group.member(id) else { return false }
    return generation == group.generation
      && (instance == nil || instance == member.groupInstanceId)
  }
}

extension Response {
  /// All error codes in it.
  var errors: [ErrorCode] {
    switch self {
    case .joinGroup(let answer): [answer.errorCode]
    case .syncGroup(let answer): [answer.errorCode]
    case .heartbeat(let answer): [answer.errorCode]
    case .leaveGroup(let answer): [answer.errorCode] + answer.members.map(\.errorCode)
    case .offsetCommit(let answer): answer.topics.flatMap { $0.partitions.map(\.errorCode) }
    case .offsetFetch(let answer):
      answer.groups.flatMap { group in
        [group.errorCode] + group.topics.flatMap { $0.partitions.map(\.errorCode) }
      }
    case .txnOffsetCommit(let answer): answer.topics.flatMap { $0.partitions.map(\.errorCode) }
    case .offsetDelete(let answer):
      [answer.errorCode] + answer.topics.flatMap { $0.partitions.map(\.errorCode) }
    case .initProducerId(let answer): [answer.errorCode]
    case .addPartitionsToTxn(let answer): answer.topics.flatMap { $0.partitions.map(\.errorCode) }
    case .addOffsetsToTxn(let answer): [answer.errorCode]
    case .endTxn(let answer): [answer.errorCode]
    case .describeGroups(let answer): answer.groups.map(\.errorCode)
    case .deleteGroups(let answer): answer.results.map(\.errorCode)
    default: []
    }
  }
}

extension Request {
  /// The group it is about; nil where it may be about several.
  fileprivate var groupId: GroupId? {
    switch self {
    case .joinGroup(let request): request.groupId
    case .syncGroup(let request): request.groupId
    case .heartbeat(let request): request.groupId
    case .leaveGroup(let request): request.groupId
    case .offsetCommit(let request): request.groupId
    case .txnOffsetCommit(let request): request.groupId
    case .offsetDelete(let request): request.groupId
    default: nil
    }
  }
}
