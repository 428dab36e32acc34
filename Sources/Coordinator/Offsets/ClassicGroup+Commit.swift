import KafkaModel

/// The checks of an OffsetCommit (`ClassicGroup.validateOffsetCommit`).
extension ClassicGroup {
  /// Nobody asks whether the member owns the partitions, or whether the offset goes forward.
  func commitError(_ request: OffsetCommitRequest) -> ErrorCode {
    if state == .dead { return .coordinatorNotAvailable }
    // An administrator, or a consumer that assigns itself.
    if request.generationId < Generation(0) && state == .empty { return .none }
    let isFromOutside =
      request.generationId < Generation(0) && request.memberId.isEmpty
      && request.groupInstanceId == nil
    if isFromOutside { return .unknownMemberId }
    let verdict = check(request.memberId, request.groupInstanceId, request.generationId)
    if case .refused(let error) = verdict { return error }
    return state == .completingRebalance ? .rebalanceInProgress : .none
  }

  /// A member's commit is a sign of life.
  mutating func commitAccepted(_ memberId: MemberId, _ turn: inout Turn) {
    guard state == .stable || state == .preparingRebalance,
      let slot = members.slot(of: memberId)
    else { return }
    startSession(at: slot, &turn)
  }
}
