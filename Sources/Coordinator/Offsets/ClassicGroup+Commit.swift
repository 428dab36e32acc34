import KafkaModel

/// The checks of an OffsetCommit (`ClassicGroup.validateOffsetCommit`).
extension ClassicGroup {
  /// Nobody asks whether the member owns the partitions, or whether the offset goes forward.
  func commitError(_ commit: OffsetCommitRequest, isTransactional: Bool) -> ErrorCode {
    if state == .dead { return .coordinatorNotAvailable }
    // An administrator, or a consumer that assigns itself.
    if commit.generationId < Generation(0) && state == .empty { return .none }
    let isFromOutside =
      commit.generationId < Generation(0) && commit.memberId.isEmpty
      && commit.groupInstanceId == nil
    // A producer of before KIP-447 knows only the group's name.
    if isFromOutside { return isTransactional ? .none : .unknownMemberId }
    let verdict = check(commit.memberId, commit.groupInstanceId, commit.generationId)
    if case .refused(let error) = verdict { return error }
    // What a transaction commits was read before; the rebalance does not concern it.
    return state == .completingRebalance && !isTransactional ? .rebalanceInProgress : .none
  }

  /// A member's commit is a sign of life.
  mutating func commitAccepted(_ memberId: MemberId, _ turn: inout Turn) {
    guard state == .stable || state == .preparingRebalance,
      let slot = members.slot(of: memberId)
    else { return }
    startSession(at: slot, &turn)
  }
}
