import KafkaModel

extension GroupCoordinator {
  mutating func heartbeat(
    _ request: HeartbeatRequest, _ token: RequestToken, _ turn: inout Turn
  ) {
    let error: ErrorCode
    if let slot = groups.index(forKey: request.groupId) {
      error = groups.values[slot].heartbeat(request, &turn)
    } else {
      error = .unknownMemberId
    }
    turn.reply(token, .heartbeat(HeartbeatResponse(errorCode: error)))
  }
}
