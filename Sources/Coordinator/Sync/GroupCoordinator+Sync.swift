import KafkaModel

extension GroupCoordinator {
  mutating func sync(_ request: SyncGroupRequest, _ token: RequestToken, _ turn: inout Turn) {
    guard !request.groupId.isEmpty else { return turn.refuseSync(token, .invalidGroupId) }
    guard let slot = groups.index(forKey: request.groupId) else {
      return turn.refuseSync(token, .unknownMemberId)
    }
    groups.values[slot].sync(request, token, &turn)
  }
}
