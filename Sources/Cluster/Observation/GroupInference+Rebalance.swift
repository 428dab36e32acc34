import Feed
import KafkaModel

extension GroupInference {
  /// The group goes into PreparingRebalance, if it is not there: `slot` has sent JoinGroup, or
  /// (nil) somebody was told that a rebalance is on.
  mutating func prepare(_ nowMs: Int64, by slot: MemberSlot?) -> [TimedEvent] {
    // Lines of two processes can overtake each other; what is older than the state is old news.
    if state == .preparingRebalance || nowMs <= changedMs { return [] }
    let expired = removeExpired(dueBy: nowMs + Self.slackMs, nowMs)
    let cause = joinCause(by: slot) ?? expired.ids.first.map { .sessionTimedOut($0) }
    return expired.events + enter(.preparingRebalance, cause, nowMs, .inferred)
  }

  /// What a JoinGroup from outside the group does to it, if there is one: that of `slot`, or of
  /// whoever has asked to join without an id, and waits for it.
  mutating func joinCause(by slot: MemberSlot?) -> RebalanceCause? {
    guard let newcomer = slot ?? slots.first(where: { self[$0].askedWithoutIdMs != nil }),
      !self[newcomer].isMember
    else { return nil }
    let id = self[newcomer].name
    if !seats.contains(where: \.isMember) && !hasStrangers {
      // A group that nobody was in has had no generation yet.
      if generation == .none { generation = Generation(0) }
      return .groupWasEmpty(id)
    }
    let isBack = self[newcomer].isStatic && !self[newcomer].formers.isEmpty
    return isBack ? .staticReplaced(id) : .newMember(id)
  }

  /// `slot` was told the new generation: the join phase is over.
  mutating func complete(
    _ new: Generation, by slot: MemberSlot, _ nowMs: Int64
  ) -> [TimedEvent] {
    self[slot].joined = new
    self[slot].joinedMs = nowMs
    var events = replaceFormer(slot, nowMs)
    if !self[slot].isMember {
      self[slot].isMember = true
      events.append(TimedEvent(nowMs, .memberAdded(slot, self[slot].memberId), .inferred))
    }
    let isNews = new > generation || (new == generation && state == .preparingRebalance)
    if !isNews { return events }
    generation = new
    if pending?.generation != new { pending = nil }
    events += removeExpired(dueBy: nowMs + Self.slackMs, nowMs).events
    events += enter(.completingRebalance, nil, nowMs, .inferred)
    leader = nil
    return events + [TimedEvent(nowMs, .leader(nil), .inferred)]
  }

  /// Once somebody was given its share, the plan is written. It is known from our leader, or,
  /// if that is not ours, from what all of ours were given.
  ///
  /// `isSynced`: a SyncGroup was answered, though the member has yet to say with what.
  mutating func becomeStableIfDue(
    _ new: Generation, _ nowMs: Int64, isSynced: Bool = false
  ) -> [TimedEvent] {
    guard state == .completingRebalance, new == generation else { return [] }
    let ours = slots.filter { self[$0].isAlive && self[$0].joined == new }
    let given = ours.filter { self[$0].assigned?.generation == new }
    if given.isEmpty && !isSynced { return [] }
    var events: [TimedEvent] = []
    if let pending, pending.generation == new {
      shares = seated(pending.shares)
      events += removeUnplanned(nowMs)
    } else if !given.isEmpty, given.count == ours.count {
      shares = inferredShares(given)
    } else {
      return []
    }
    events.append(TimedEvent(nowMs, .plan(new, shares), .inferred))
    return events + enter(.stable, nil, nowMs, .inferred)
  }

  private func seated(_ shares: [PlannedShare]) -> [PlannedShare] {
    shares.map { share in
      var share = share
      share.slot = slot(of: share.memberId)
      return share
    }
  }

  private func inferredShares(_ given: [MemberSlot]) -> [PlannedShare] {
    var shares = given.map { slot in
      PlannedShare(
        slot: slot, memberId: self[slot].memberId,
        partitions: self[slot].assigned?.partitions ?? [])
    }
    let rest = partitions.filter { partition in
      !shares.contains { $0.partitions.contains(partition) }
    }
    if !rest.isEmpty { shares.append(PlannedShare(slot: nil, memberId: "", partitions: rest)) }
    return shares
  }

  /// The plan names every member: whoever is not in it was removed.
  private mutating func removeUnplanned(_ nowMs: Int64) -> [TimedEvent] {
    var events: [TimedEvent] = []
    for slot in slots {
      let isPlanned = shares.contains { $0.memberId == self[slot].memberId }
      if !isPlanned { events += removed(slot, .sessionTimedOut, nowMs) }
      // A static one that came back is in the plan under an id that it may not have told yet.
      if self[slot].isStatic { continue }
      let planned = shares.map(\.memberId)
      events += dropFormers(slot, nowMs) { !planned.contains($0.memberId) }
    }
    return events
  }

  mutating func enter(
    _ new: GroupState, _ cause: RebalanceCause?, _ nowMs: Int64, _ provenance: Provenance
  ) -> [TimedEvent] {
    if new == state { return [] }
    state = new
    changedMs = nowMs
    return [TimedEvent(nowMs, .groupState(new, generation, cause), provenance)]
  }
}
