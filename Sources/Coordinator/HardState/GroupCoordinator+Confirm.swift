import KafkaModel

extension GroupCoordinator {
  /// Numbers the writes of a turn and hands everything out.
  mutating func finish(_ turn: consuming Turn) -> CoordinatorOutcome {
    for write in turn.writes {
      let id = AppendId(nextAppendId)
      nextAppendId += 1
      writes[id] = write
      turn.outcome.appends.append(
        Append(id: id, groupId: write.groupId, records: write.records))
    }
    return turn.outcome
  }

  mutating func confirm(_ write: Write, error: ErrorCode, _ turn: inout Turn) {
    let completed = error == .none ? completes(write) : []
    if error == .none {
      for record in write.records { replay(record) }
    }
    let error = error.afterAppend
    let slot = write.groupId.flatMap { groups.index(forKey: $0) }
    switch write.continuation {
    case .groupEmptied: break
    case .groupCreated(let token):
      if error != .none, let slot { groups.values[slot].refuseJoin(token, error, &turn) }
    case .plan(let generation, let plan):
      if let slot { groups.values[slot].planWritten(generation, plan, error: error, &turn) }
    case .staticReplacement(let replacement):
      if let slot { groups.values[slot].replacementWritten(replacement, error: error, &turn) }
    case .offsets(let token, let response, let memberId):
      let answer = error == .none ? response : response.failed(error)
      turn.reply(token, .offsetCommit(answer))
      if error == .none { tellCommitted(write.records, memberId, &turn) }
    case .transactionalOffsets(let token, let response):
      let answer = error == .none ? response : response.failed(error)
      turn.reply(token, .txnOffsetCommit(answer))
      if error == .none { tellPending(write.records, &turn) }
    case .transactionEnd: tell(completed, &turn)
    case .offsetDeletion(let token, let response):
      let answer = error == .none ? response : OffsetDeleteResponse(errorCode: error)
      turn.reply(token, .offsetDelete(answer))
    case .deletion(let token, let response):
      turn.reply(token, .deleteGroups(error == .none ? response : undo(response, error, &turn)))
    }
  }

  private func tellCommitted(
    _ records: [CoordinatorRecord], _ memberId: MemberId, _ turn: inout Turn
  ) {
    for record in records {
      guard case .offsetCommit(let groupId, let partition, let value?) = record else { continue }
      turn.tell(groupId, .offsetCommitted(partition, value.offset, memberId: memberId))
    }
  }

  /// The groups are still in the log, so they come back as they were written.
  private mutating func undo(
    _ response: DeleteGroupsResponse, _ error: ErrorCode, _ turn: inout Turn
  ) -> DeleteGroupsResponse {
    var answer = response
    for at in answer.results.indices where answer.results[at].errorCode == .none {
      answer.results[at].errorCode = error
      if groups[answer.results[at].groupId] == nil {
        restore(answer.results[at].groupId, &turn)
      }
    }
    return answer
  }
}

extension ClassicGroup {
  /// The group could not be written down: its first request hears of it, if it still waits.
  fileprivate mutating func refuseJoin(
    _ token: RequestToken, _ error: ErrorCode, _ turn: inout Turn
  ) {
    for slot in 0..<members.count where members.member(at: slot).parkedJoin == token {
      _ = members.unpark(at: slot)
      turn.refuseJoin(token, error, memberId: "")
    }
  }
}
