import Chronicle
import Coordinator
import Feed
import KafkaModel

/// Another broker becomes the leader of the group's partition of `__consumer_offsets`.
extension World {
  /// The old one forgets its groups and answers NOT_COORDINATOR; what it had not written is lost.
  mutating func moveCoordinator(into events: inout [TimedEvent]) {
    let written = coordinator.hardState.records(of: scenario.groupId)
    let takeover = loading ?? Takeover(records: written, formerMembers: memberIds)
    coordinatorId = BrokerId(coordinatorId.value % Scenario.brokers + 1)
    term += 1
    loading = takeover
    unconfirmed = []
    orderOffsetMarkersAgain()
    emit(.coordinatorMoved(coordinatorId), &events)
    emit(.group(facts), &events)
    Chronicle.tellUnloaded(slots: seats.count) { emit($0, &events) }
    var farewell = coordinator.unload(nowMs: nowMs)
    // That the group is Dead where nobody asks any more is no news.
    farewell.happenings = []
    absorb(farewell, into: &events)
    absorb(coordinator.startLoading(nowMs: nowMs), into: &events)
    queue.put(.loaded(term: term), atMs: nowMs + Self.loadMs)
  }

  /// How long a broker takes to read its partition of `__consumer_offsets`.
  private static let loadMs: Int64 = 100

  /// False if the coordinator has moved on meanwhile.
  mutating func finishTakeover(_ term: Int32, into events: inout [TimedEvent]) -> Bool {
    guard term == self.term, let takeover = loading else { return false }
    loading = nil
    loadedTerm = term
    let outcome = coordinator.load(takeover.records, nowMs: nowMs)
    Chronicle.tellLoaded(
      coordinator.group(scenario.groupId), before: takeover.formerMembers, company
    ) { emit($0, &events) }
    absorb(outcome, into: &events)
    return true
  }

  private var memberIds: [MemberId] {
    coordinator.group(scenario.groupId)?.allMembers.map(\.memberId) ?? []
  }
}
