import KafkaModel

extension GroupCoordinator {
  mutating func leave(
    _ request: LeaveGroupRequest, _ context: RequestContext, _ turn: inout Turn
  ) {
    var response = LeaveGroupResponse()
    if let slot = groups.index(forKey: request.groupId) {
      if groups.values[slot].state == .dead {
        response.errorCode = .coordinatorNotAvailable
      } else {
        response.members = groups.values[slot].leave(request.members, &turn)
      }
    } else {
      response.members = request.members.map {
        .init(
          memberId: $0.memberId, groupInstanceId: $0.groupInstanceId, errorCode: .unknownMemberId)
      }
    }
    if context.apiVersion < 3 {
      // One member, whose verdict is the whole answer.
      response.errorCode = response.members.first?.errorCode ?? response.errorCode
      response.members = []
    }
    turn.reply(context.token, .leaveGroup(response))
  }
}
