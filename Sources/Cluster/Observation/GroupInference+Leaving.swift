import Feed
import KafkaModel

extension GroupInference {
  /// LeaveGroup was answered.
  mutating func left(_ slot: MemberSlot, _ nowMs: Int64) -> [TimedEvent] {
    let id = self[slot].memberId
    let events = removed(slot, .left, nowMs)
    if events.isEmpty { return [] }
    if !seats.contains(where: \.isMember) && !hasStrangers {
      return events + enter(.empty, nil, nowMs, .inferred)
    }
    return events + enter(.preparingRebalance, .memberLeft(id), nowMs, .inferred)
  }

  /// Nothing, if it was no member.
  mutating func removed(
    _ slot: MemberSlot, _ reason: RemovalReason, _ nowMs: Int64
  ) -> [TimedEvent] {
    guard self[slot].isMember else { return [] }
    self[slot].isMember = false
    self[slot].assigned = nil
    let event = FeedEvent.memberRemoved(slot, self[slot].memberId, reason)
    if leader != slot { return [TimedEvent(nowMs, event, .inferred)] }
    // The coordinator makes another one the leader, and does not say whom.
    leader = nil
    return [TimedEvent(nowMs, event, .inferred), TimedEvent(nowMs, .leader(nil), .inferred)]
  }

  /// The coordinator has given a process another id: the one before was removed.
  mutating func renamed(_ slot: MemberSlot, _ id: MemberId, _ nowMs: Int64) -> [TimedEvent] {
    let events = id == self[slot].memberId ? [] : removed(slot, .sessionTimedOut, nowMs)
    self[slot].memberId = id
    return events
  }

  /// Members of ours whose sessions have ended, by their own account: dead ones by `limitMs`,
  /// living ones (whose network is cut) by now.
  mutating func removeExpired(
    dueBy limitMs: Int64, _ nowMs: Int64
  ) -> (ids: [MemberId], events: [TimedEvent]) {
    func hasEnded(_ dueMs: Int64?, by limitMs: Int64) -> Bool {
      dueMs.map { $0 <= limitMs } ?? false
    }
    var ids: [MemberId] = []
    var events: [TimedEvent] = []
    for slot in slots where self[slot].identity.isOurs {
      let seat = self[slot]
      let limit = seat.isAlive ? min(limitMs, nowMs) : limitMs
      if seat.isMember, hasEnded(seat.sessionDueMs, by: limit) {
        ids.append(seat.memberId)
        events += removed(slot, .sessionTimedOut, nowMs)
      }
      let expired = seat.formers.filter { hasEnded($0.dueMs, by: limitMs) }
      ids += expired.map(\.memberId)
      events += dropFormers(slot, nowMs) { hasEnded($0.dueMs, by: limitMs) }
    }
    return (ids, events)
  }

  mutating func dropFormers(
    _ slot: MemberSlot, _ nowMs: Int64, where isGone: (Seat.Former) -> Bool
  ) -> [TimedEvent] {
    let gone = self[slot].formers.filter(isGone)
    self[slot].formers.removeAll(where: isGone)
    return gone.map { former in
      TimedEvent(
        nowMs, .memberRemoved(slot, former.memberId, .sessionTimedOut), .inferred)
    }
  }
}
