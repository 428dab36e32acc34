import KafkaModel

extension GroupCoordinator {
  mutating func sync(
    _ request: SyncGroupRequest, _ context: RequestContext, _ turn: inout Turn
  ) {
    guard let slot = groups.index(forKey: request.groupId) else {
      return turn.refuseSync(context.token, .unknownMemberId)
    }
    groups.values[slot].sync(request, context.token, &turn)
  }
}
