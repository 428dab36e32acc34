import Chronicle
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
    case .subscribed(let topics): emit(.subscribed(slot, topics), &events)
    case .doing(let doing): emit(.doing(slot, doing), &events)
    case .planned(let input, let assignor): planned = PlannedInput(input: input, assignor: assignor)
    case .revoked(let list): emit(.revoked(slot, list), &events)
    case .assigned(let list, let generation): emit(.assigned(slot, list, generation), &events)
    case .lost(let list): emit(.lost(slot, list), &events)
    case .readingStarted(let partition, let offset):
      emit(.readingStarted(slot, partition, offset), &events)
    case .readingStopped(let partition): emit(.readingStopped(slot, partition), &events)
    case .processed(let partition, let run):
      audit(run, of: partition)
      emit(.position(slot, partition, run.nextOffset), &events)
    case .passedOver(let partition, let next): emit(.position(slot, partition, next), &events)
    case .pollMissed: emit(.pollMissed(slot), &events)
    case .failed(let error, let api): emit(.failed(slot, api, error), &events)
    case .closed: consumerClosed(slot, into: &events)
    case .commitRefused(let error):
      // A broken connection is no answer.
      if error != .networkException {
        emit(.responseReceived(slot, .offsetCommit, error), &events)
      }
    case .joined, .committed, .sessionExpired, .evicted: break
    }
  }

  func noteSent(_ request: Request, _ slot: MemberSlot, _ events: inout [TimedEvent]) {
    Chronicle.tell(request, from: slot) { emit($0, &events) }
  }

  func note(_ response: Response, _ slot: MemberSlot, _ events: inout [TimedEvent]) {
    Chronicle.tell(response, to: slot) { emit($0, &events) }
  }

  /// Tells of the member's own timers, where they have changed.
  mutating func note(_ now: DueTimes, _ slot: MemberSlot, _ events: inout [TimedEvent]) {
    let before = seats[slot.index].dueTimes
    if now == before { return }
    seats[slot.index].dueTimes = now
    if now.heartbeatMs != before.heartbeatMs {
      emit(.deadline(.heartbeat(slot), dueMs: now.heartbeatMs), &events)
    }
    if now.autoCommitMs != before.autoCommitMs {
      emit(.deadline(.autoCommit(slot), dueMs: now.autoCommitMs), &events)
    }
    if now.pollMs != before.pollMs {
      emit(.deadline(.poll(slot), dueMs: now.pollMs), &events)
    }
  }
}
