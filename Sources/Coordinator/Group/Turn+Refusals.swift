import KafkaModel

extension Turn {
  /// Generation -1 and no protocol.
  mutating func refuseJoin(_ token: RequestToken, _ error: ErrorCode, memberId: MemberId) {
    reply(token, .joinGroup(JoinGroupResponse(errorCode: error, memberId: memberId)))
  }

  mutating func refuseSync(_ token: RequestToken, _ error: ErrorCode) {
    reply(token, .syncGroup(SyncGroupResponse(errorCode: error)))
  }
}
