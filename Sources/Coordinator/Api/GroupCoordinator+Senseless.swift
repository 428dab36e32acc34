import KafkaModel

/// What any broker refuses, be it the group's coordinator or not (`GroupCoordinatorService`).
extension GroupCoordinator {
  /// nil for a request that makes sense. Only OffsetCommit, OffsetFetch and what administrators ask
  /// may have no group's name.
  func senseless(_ request: Request, _ version: Int16) -> ErrorCode? {
    switch request {
    case .joinGroup(let body): senseless(body)
    case .syncGroup(let body): senseless(body, version)
    case .heartbeat(let body): nameless(body.groupId)
    case .leaveGroup(let body): nameless(body.groupId)
    case .txnOffsetCommit(let body): nameless(body.groupId)
    case .offsetDelete(let body): nameless(body.groupId)
    default: nil
    }
  }

  private func nameless(_ id: GroupId) -> ErrorCode? { id.isEmpty ? .invalidGroupId : nil }

  private func senseless(_ body: JoinGroupRequest) -> ErrorCode? {
    let allowed = config.minSessionTimeoutMs...config.maxSessionTimeoutMs
    return nameless(body.groupId)
      ?? (allowed.contains(body.sessionTimeoutMs) ? nil : .invalidSessionTimeout)
  }

  private func senseless(_ body: SyncGroupRequest, _ version: Int16) -> ErrorCode? {
    // From version 5 on a member has to say what it believes was chosen (KIP-559).
    let says = body.protocolType != nil && body.protocolName != nil
    return version >= 5 && !says ? .inconsistentGroupProtocol : nameless(body.groupId)
  }
}
