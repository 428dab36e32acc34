import Coordinator
import Feed
import KafkaModel

extension World {
  /// Carries out what the coordinator wants done.
  mutating func absorb(_ outcome: CoordinatorOutcome, into events: inout [TimedEvent]) {
    for happening in outcome.happenings { translate(happening.fact, into: &events) }
    for change in outcome.timers {
      switch change {
      case .set(let timer, let atMs):
        if timers.set(timer, atMs: atMs) { queue.put(.coordinatorTimer(timer), atMs: atMs) }
      case .cancel(let timer): timers.cancel(timer)
      }
    }
    unconfirmed += outcome.appends
    for append in outcome.appends {
      queue.put(.confirmed(append.id), atMs: nowMs + Self.writeMs)
    }
    for reply in outcome.replies {
      send(reply.response, to: Address(token: reply.token.value))
    }
  }

  /// How long `__consumer_offsets` takes to have a record on all in-sync replicas.
  static let writeMs: Int64 = 2

  mutating func fire(_ timer: CoordinatorTimer, into events: inout [TimedEvent]) -> Bool {
    switch timers.reached(timer, nowMs: nowMs) {
    case .stale: return false
    case .later(let dueMs):
      queue.put(.coordinatorTimer(timer), atMs: dueMs)
      return false
    case .fire:
      absorb(coordinator.fire(timer, nowMs: nowMs), into: &events)
      return true
    }
  }

  mutating func confirm(_ id: AppendId, into events: inout [TimedEvent]) {
    if let place = unconfirmed.firstIndex(where: { $0.id == id }) {
      tellWritten(unconfirmed.remove(at: place), into: &events)
    }
    absorb(coordinator.appendConfirmed(id, error: .none, nowMs: nowMs), into: &events)
    offsetMarkerWritten(id, into: &events)
  }
}
