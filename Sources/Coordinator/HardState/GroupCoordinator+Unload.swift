import KafkaModel

extension GroupCoordinator {
  /// Everybody who waits hears NOT_COORDINATOR, then all is forgotten.
  mutating func forgetEverything(_ turn: inout Turn) {
    for slot in groups.values.indices { groups.values[slot].moveAway(&turn) }
    for write in writes.values {
      switch write.continuation {
      case .offsets(let token, let response, _):
        turn.reply(token, .offsetCommit(response.failed(.notCoordinator)))
      case .transactionalOffsets(let token, let response):
        turn.reply(token, .txnOffsetCommit(response.failed(.notCoordinator)))
      case .offsetDeletion(let token, _):
        turn.reply(token, .offsetDelete(OffsetDeleteResponse(errorCode: .notCoordinator)))
      case .deletion(let token, var response):
        for at in response.results.indices where response.results[at].errorCode == .none {
          response.results[at].errorCode = .notCoordinator
        }
        turn.reply(token, .deleteGroups(response))
      // Those who wait for these are parked in their groups.
      case .groupCreated, .groupEmptied, .plan, .staticReplacement, .transactionEnd: break
      }
    }
    groups.removeAll()
    writes.removeAll()
    hardState = HardState()
  }
}

extension ClassicGroup {
  /// `GroupMetadataManager.onUnloaded`.
  fileprivate mutating func moveAway(_ turn: inout Turn) {
    for member in members.all {
      if let token = member.parkedJoin {
        turn.refuseJoin(token, .notCoordinator, memberId: member.memberId)
      }
      if let token = member.parkedSync { turn.refuseSync(token, .notCoordinator) }
      if member.sessionDueMs != nil { turn.cancel(.session(groupId, member.memberId)) }
    }
    for id in pendingIds { turn.cancel(.session(groupId, id)) }
    if initialDelayDueMs != nil { turn.cancel(.initialDelay(groupId)) }
    if joinDueMs != nil { turn.cancel(.join(groupId)) }
    cancelSyncTimer(&turn)
    move(to: .dead, &turn)
  }
}
