import Client
import Feed
import KafkaModel

/// A member's notes and messages as the feed's events.
extension World {
  mutating func translate(
    _ note: MemberNote, of slot: MemberSlot, into events: inout [TimedEvent]
  ) {
    switch note {
    case .memberIdGiven(let id):
      slots[id] = slot
      seats[slot.index].memberId = id
      emit(.memberId(slot, id), &events)
    case .doing(let doing): emit(.doing(slot, doing), &events)
    case .revoked(let list): emit(.revoked(slot, list), &events)
    case .assigned(let list, let generation): emit(.assigned(slot, list, generation), &events)
    case .lost(let list): emit(.lost(slot, list), &events)
    case .readingStarted(let partition, let offset):
      emit(.readingStarted(slot, partition, offset), &events)
    case .readingStopped(let partition): emit(.readingStopped(slot, partition), &events)
    case .processed(let partition, let run):
      emit(.position(slot, partition, run.nextOffset), &events)
    case .pollMissed: emit(.pollMissed(slot), &events)
    case .failed(let error, let api): emit(.failed(slot, api, error), &events)
    case .closed:
      end(slot, .ended)
      emit(.process(slot, .ended), &events)
    case .joined, .committed, .commitRefused, .sessionExpired, .evicted: break
    }
  }

  func noteSent(_ request: Request, _ slot: MemberSlot, _ events: inout [TimedEvent]) {
    switch request.apiKey {
    case .joinGroup, .syncGroup, .leaveGroup: emit(.requestSent(slot, request.apiKey), &events)
    default: break
    }
  }

  func note(_ response: Response, _ slot: MemberSlot, _ events: inout [TimedEvent]) {
    let error: ErrorCode
    switch response {
    case .joinGroup(let answer): error = answer.errorCode
    case .syncGroup(let answer): error = answer.errorCode
    case .leaveGroup(let answer): error = answer.errorCode
    case .heartbeat(let answer) where answer.errorCode != .none: error = answer.errorCode
    default: return
    }
    emit(.responseReceived(slot, response.apiKey, error), &events)
  }

  /// Tells of the member's own timers, where they have changed.
  mutating func noteDeadlines(_ slot: MemberSlot, _ events: inout [TimedEvent]) {
    guard let machine = seats[slot.index].machine else { return }
    var heartbeat: Int64?
    var poll: Int64?
    var commit: Int64?
    for deadline in machine.deadlines {
      switch deadline.kind {
      case .heartbeat: heartbeat = deadline.dueMs
      case .poll: poll = deadline.dueMs
      case .autoCommit: commit = deadline.dueMs
      case .session, .backoff, .processing: break
      }
    }
    if heartbeat != seats[slot.index].heartbeatDueMs {
      seats[slot.index].heartbeatDueMs = heartbeat
      emit(.deadline(.heartbeat(slot), dueMs: heartbeat), &events)
    }
    if commit != seats[slot.index].autoCommitDueMs {
      seats[slot.index].autoCommitDueMs = commit
      emit(.deadline(.autoCommit(slot), dueMs: commit), &events)
    }
    if poll != seats[slot.index].pollDueMs {
      seats[slot.index].pollDueMs = poll
      emit(.deadline(.poll(slot), dueMs: poll), &events)
    }
  }
}
