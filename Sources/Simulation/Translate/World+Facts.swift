import Coordinator
import Feed
import KafkaModel

/// The coordinator's facts as the feed's events.
extension World {
  mutating func translate(_ fact: GroupFact, into events: inout [TimedEvent]) {
    switch fact {
    case .stateChanged(_, let to, let generation, let cause):
      emit(.groupState(to, generation, cause), &events)
      if to == .empty { emit(.leader(nil), &events) }
    case .memberAdded(let id, _, _):
      if let slot = slots[id] { emit(.memberAdded(slot, id), &events) }
    case .memberRemoved(let id, let reason):
      emit(.memberRemoved(slots[id], id, reason), &events)
    case .joinParked(let id, _, _, _):
      if let slot = slots[id] { emit(.joined(slot), &events) }
    case .leaderElected(let id): emit(.leader(slots[id]), &events)
    case .initialDelay(let dueMs, _): emit(.deadline(.initialDelay, dueMs: dueMs), &events)
    case .joinTimerSet(let dueMs): emit(.deadline(.join, dueMs: dueMs), &events)
    case .syncTimerSet(let dueMs): emit(.deadline(.sync, dueMs: dueMs), &events)
    case .sessionTimerSet(let id, let dueMs): emitSession(id, dueMs, &events)
    case .sessionTimerCleared(let id): emitSession(id, nil, &events)
    case .planWritten(let generation, let shares):
      emit(.plan(generation, shares.map(share)), &events)
    case .offsetCommitted(let partition, let offset, _):
      emit(.committed(partition, offset), &events)
      tellDeliveries(into: &events)
    case .staticMemberReplaced(_, let old, let new): replaced(old, by: new, &events)
    case .generationStarted(_, let protocolName, _, _): note(chosen: protocolName, &events)
    case .offsetPending(let partition, let offset, let producer):
      emit(.transaction(.offsetPending(partition, offset, producer)), &events)
    case .transactionEnded(let producer, let isCommit):
      emit(.transaction(.offsetsDecided(producer, isCommit: isCommit)), &events)
    case .memberIdHandedOut, .pendingIdDropped, .syncParked, .groupDeleted: break
    }
  }

  /// A static member came back: the same member under a new id. Only where the instance id is
  /// used twice has somebody else been thrown out.
  private func replaced(_ old: MemberId, by new: MemberId, _ events: inout [TimedEvent]) {
    guard let slot = slots[new] else { return }
    if let other = slots[old], other != slot {
      emit(.memberRemoved(other, old, .fenced), &events)
    }
    emit(.deadline(.formerSession(slot), dueMs: nil), &events)
    emit(.memberAdded(slot, new), &events)
    if slots[old] != slot { tellPlan(&events) }
  }

  /// The plan is the same; who has a share of it is another process.
  private func tellPlan(_ events: inout [TimedEvent]) {
    guard let group = coordinator.group(scenario.groupId), group.state == .stable else { return }
    let plan = group.allMembers.map {
      SyncGroupRequest.Assignment(memberId: $0.memberId, assignment: $0.assignment)
    }
    emit(.plan(group.generation, plan.map(share)), &events)
  }

  private func emitSession(
    _ id: MemberId, _ dueMs: Int64?, _ events: inout [TimedEvent]
  ) {
    guard let slot = slots[id] else { return }
    let isFormer =
      seats[slot.index].isAlive && seats[slot.index].memberId != id
      && seats[slot.index].staticId != id
    emit(.deadline(isFormer ? .formerSession(slot) : .session(slot), dueMs: dueMs), &events)
  }

  /// The records take the next offsets of the group's partition of `__consumer_offsets`.
  mutating func tellWritten(_ append: Append, into events: inout [TimedEvent]) {
    emit(.written(Offset(writtenCount), append.records.compactMap(WrittenRecord.init)), &events)
    writtenCount += Int64(append.records.count)
  }

  func share(_ share: SyncGroupRequest.Assignment) -> PlannedShare {
    // Members that the leader left out get no bytes at all.
    let partitions = (try? ConsumerAssignment(bytes: share.assignment))?.partitions ?? []
    return PlannedShare(
      slot: slots[share.memberId], memberId: share.memberId, partitions: partitions)
  }
}
