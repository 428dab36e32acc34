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
    emit(.deadline(.initialDelay, dueMs: nil), &events)
    emit(.deadline(.join, dueMs: nil), &events)
    emit(.deadline(.sync, dueMs: nil), &events)
    for index in seats.indices {
      emit(.deadline(.session(MemberSlot(index)), dueMs: nil), &events)
      emit(.deadline(.formerSession(MemberSlot(index)), dueMs: nil), &events)
    }
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
    let group = coordinator.group(scenario.groupId)
    let known = memberIds
    for id in takeover.formerMembers where !known.contains(id) {
      emit(.memberRemoved(slots[id], id, .coordinatorMoved), &events)
    }
    for id in known where !takeover.formerMembers.contains(id) {
      if let slot = slots[id] { emit(.memberAdded(slot, id), &events) }
    }
    if let group, !known.isEmpty {
      let plan = group.allMembers.map {
        SyncGroupRequest.Assignment(memberId: $0.memberId, assignment: $0.assignment)
      }
      emit(.plan(group.generation, plan.map(share)), &events)
    }
    let state: GroupState = known.isEmpty ? .empty : .stable
    emit(.groupState(state, group?.generation ?? Generation(0), nil), &events)
    emit(.leader(group?.leader.flatMap { slots[$0] }), &events)
    absorb(outcome, into: &events)
    return true
  }

  private var memberIds: [MemberId] {
    coordinator.group(scenario.groupId)?.allMembers.map(\.memberId) ?? []
  }
}
