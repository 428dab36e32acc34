import KafkaModel

extension GroupCoordinator {
  mutating func sync(
    _ request: SyncGroupRequest, _ context: RequestContext, _ turn: inout Turn
  ) {
    // From version 5 on a member has to say what it believes was chosen (KIP-559).
    let says = request.protocolType != nil && request.protocolName != nil
    if context.apiVersion >= 5 && !says {
      return turn.refuseSync(context.token, .inconsistentGroupProtocol)
    }
    guard !request.groupId.isEmpty else {
      return turn.refuseSync(context.token, .invalidGroupId)
    }
    guard let slot = groups.index(forKey: request.groupId) else {
      return turn.refuseSync(context.token, .unknownMemberId)
    }
    groups.values[slot].sync(request, context.token, &turn)
  }
}
