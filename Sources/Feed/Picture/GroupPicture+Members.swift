import KafkaModel

extension GroupPicture {
  mutating func see(
    _ slot: MemberSlot, _ identity: MemberIdentity, _ timeline: inout Timeline
  ) {
    if slot.index < members.count {
      members[slot.index].identity = identity
    } else {
      precondition(slot.index == members.count, "slots are numbered by first sight")
      members.append(MemberPicture(slot: slot, identity: identity))
    }
    slots[identity.idBeforeTheFirst] = slot
    refreshLane(slot, &timeline)
  }

  mutating func transform(
    _ slot: MemberSlot, _ change: ProcessChange, _ timeline: inout Timeline
  ) {
    let i = slot.index
    switch change {
    case .started:
      drop(slot)
      restart(i)
      members[i].hasRun = true
      members[i].console.add(.started)
    case .replaced:
      drop(slot)
      restart(i)
      members[i].process = .unknown
    case .killed, .failed:
      members[i].process = .dead
      members[i].console.add(change == .failed ? .failed : .killed)
      members[i].diedMs = timeMs
      forgetTimers(i)
      timeline.mark(slot, .died, timeMs)
      drop(slot)
    case .closing: members[i].process = .closing
    case .ended:
      members[i].process = .ended
      members[i].console.add(.ended)
      members[i].diedMs = timeMs
      forgetTimers(i)
      drop(slot)
    case .frozen: members[i].isFrozen = true
    case .thawed: members[i].isFrozen = false
    case .pollStopped: members[i].isPolling = false
    case .pollResumed: members[i].isPolling = true
    case .networkCut: members[i].isConnected = false
    case .networkHealed: members[i].isConnected = true
    case .processRate(let rate): members[i].processRate = rate
    case .strategy(let names): members[i].assignors = names
    }
    transformProducers(of: slot, change)
    refreshAll(of: slot, &timeline)
  }

  /// A new process in an old slot; the coordinator may still hold the old one's id.
  private mutating func restart(_ i: Int) {
    let old = members[i]
    members[i] = MemberPicture(slot: old.slot, identity: old.identity)
    members[i].process = .running
    members[i].processRate = old.processRate
    members[i].console = old.console
    members[i].assignors = old.assignors
    members[i].terms = old.terms
    members[i].formerId = old.isMember ? old.memberId : old.formerId
    members[i].formerSessionDueMs = old.isMember ? old.sessionDueMs : old.formerSessionDueMs
  }

  /// A client that joins anew without its id gets another one; the coordinator still holds the old
  /// one's place until its session ends.
  mutating func rename(_ slot: MemberSlot, _ id: MemberId) {
    let i = slot.index
    let old = members[i]
    members[i].memberId = id
    slots[id] = slot
    guard old.isMember, !old.isStatic, let oldId = old.memberId, oldId != id else { return }
    members[i].formerId = oldId
    members[i].formerSessionDueMs = old.sessionDueMs
    members[i].sessionDueMs = nil
    members[i].membership = .none
    members[i].hasJoined = false
  }

  /// A process that is gone has no timers; the coordinator's session goes on.
  private mutating func forgetTimers(_ i: Int) {
    members[i].heartbeatDueMs = nil
    members[i].pollDueMs = nil
    members[i].autoCommitDueMs = nil
    members[i].backoffDueMs = nil
  }

  /// What a dead process had, nobody has.
  private mutating func drop(_ slot: MemberSlot) {
    members[slot.index].owned = []
    for place in partitions.indices {
      if partitions[place].owner == slot { partitions[place].owner = nil }
      endReading(slot, place)
    }
  }

  mutating func add(_ slot: MemberSlot, _ id: MemberId, _ timeline: inout Timeline) {
    let i = slot.index
    // What was heard of an earlier membership says nothing of this one.
    if !members[i].isMember || members[i].memberId != id { members[i].lastHeartbeatMs = nil }
    let isBack = members[i].isStatic && members[i].formerId != nil
    if isBack, state == .stable { members[i].returnedMs = timeMs }
    members[i].membership = .member
    // The process before this one was the same one.
    if members[i].formerId == id {
      members[i].formerId = nil
      members[i].formerSessionDueMs = nil
    }
    members[i].memberId = id
    members[i].refusal = nil
    slots[id] = slot
    if !isBack { addNewcomer(id) }
    refreshAll(of: slot, &timeline)
  }

  mutating func remove(
    _ slot: MemberSlot, _ id: MemberId, _ reason: RemovalReason, _ timeline: inout Timeline
  ) {
    noteLastWork(slot, reason, &timeline)
    // Of a process that is not seen nobody has seen a LeaveGroup either.
    let hasSaidSo = reason == .left && members[slot.index].process != .unknown
    timeline.mark(slot, hasSaidSo ? .leaveSent : .removed, timeMs)
    if reason == .sessionTimedOut { noteExpiry(slot.index, id) }
    if members[slot.index].formerId == id {
      members[slot.index].formerId = nil
      members[slot.index].formerSessionDueMs = nil
    }
    if members[slot.index].memberId == id {
      members[slot.index].membership = .removed(reason, atMs: timeMs)
      members[slot.index].sessionDueMs = nil
      members[slot.index].lastHeartbeatMs = nil
      members[slot.index].hasJoined = false
      addRemoval(id, reason)
    }
    refreshAll(of: slot, &timeline)
  }

  /// Of a process that is not seen its end shows in its last commit.
  private mutating func noteLastWork(
    _ slot: MemberSlot, _ reason: RemovalReason, _ timeline: inout Timeline
  ) {
    guard members[slot.index].process == .unknown else { return }
    let last = partitions.filter { $0.planned == .slot(slot) && $0.tells(atMs: timeMs) }
      .compactMap(\.workedMs).max()
    members[slot.index].lastWorkMs = last
    if reason == .sessionTimedOut, let last { timeline.mark(slot, .died, last) }
    // What such a one has is what the coordinator says.
    members[slot.index].owned = []
  }

  private mutating func noteExpiry(_ i: Int, _ id: MemberId) {
    members[i].expiredDueMs =
      members[i].formerId == id ? members[i].formerSessionDueMs : members[i].sessionDueMs
  }

  mutating func markRequest(_ slot: MemberSlot, _ api: ApiKey, _ timeline: inout Timeline) {
    switch api {
    case .joinGroup: timeline.mark(slot, .joinSent, timeMs)
    case .syncGroup: timeline.mark(slot, .syncSent, timeMs)
    default: break
    }
  }
}
