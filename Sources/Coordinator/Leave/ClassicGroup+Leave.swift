import KafkaModel

/// LeaveGroup (`classicGroupLeaveToClassicGroup`).
extension ClassicGroup {
  /// - Returns: one verdict for each entry.
  mutating func leave(
    _ entries: [LeaveGroupRequest.Member], _ turn: inout Turn
  ) -> [LeaveGroupResponse.Member] {
    var gone: MemberId?
    var verdicts: [LeaveGroupResponse.Member] = []
    for entry in entries {
      let (error, id) = leave(entry, &turn)
      if error == .none { gone = gone ?? id }
      verdicts.append(
        .init(
          memberId: entry.memberId, groupInstanceId: entry.groupInstanceId, errorCode: error))
    }
    // A pending id may leave an empty group: that concerns nobody.
    if let gone, state != .empty { rebalance(.memberLeft(gone), &turn) }
    return verdicts
  }

  private mutating func leave(
    _ entry: LeaveGroupRequest.Member, _ turn: inout Turn
  ) -> (ErrorCode, MemberId) {
    if entry.memberId.isEmpty {
      // An administrator removes a static member by its instance id.
      guard let instance = entry.groupInstanceId, let id = members.id(of: instance) else {
        return (.unknownMemberId, "")
      }
      remove([id], .left, &turn)
      return (.none, id)
    }
    if pending[entry.memberId] != nil {
      dropPending(entry.memberId, &turn)
      return (.none, entry.memberId)
    }
    if case .refused(let error) = check(entry.memberId, entry.groupInstanceId) {
      return (error, entry.memberId)
    }
    remove([entry.memberId], .left, &turn)
    return (.none, entry.memberId)
  }
}
