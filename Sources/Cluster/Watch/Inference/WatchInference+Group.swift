import Feed
import KafkaModel

extension WatchInference {
  /// What the coordinator says of state, members and plan, compared with what was known.
  mutating func takeGroup(_ group: DescribeGroupsResponse.Group) {
    guard let new = GroupState(rawValue: group.groupState) else { return }
    let change = change(group.members)
    switch (state, new) {
    case (nil, _): begin(group, new, change)
    case (_, .empty), (_, .dead):
      apply(change)
      if state != new { enter(new, nil) }
    case (.stable?, .stable): stayedStable(group, change)
    case (_, .stable):
      if state == .empty || state == .dead { prepare(change, .inferred) }
      apply(change)
      settle(group)
    default: rebalance(new, change)
    }
  }

  /// The first sight of the group.
  private mutating func begin(
    _ group: DescribeGroupsResponse.Group, _ new: GroupState, _ change: MembershipChange
  ) {
    apply(change)
    if new == .stable {
      // Whoever is shown from now on has had it before.
      enter(new, nil)
      return takePlan(group)
    }
    // What a broker tells of a plan while it is being replaced is the plan before.
    takePlan(group)
    enter(new, nil)
  }

  /// Two readings in Stable: a rebalance between them shows in what it has changed.
  private mutating func stayedStable(
    _ group: DescribeGroupsResponse.Group, _ change: MembershipChange
  ) {
    let isOnlyReplaced = change.gone.isEmpty && change.new.isEmpty && !change.replaced.isEmpty
    if change.isEmpty, !hasOtherPlan(group, [:]) { return }
    if isOnlyReplaced, !hasOtherPlan(group, Self.formerIds(change, seats)) {
      // A new process has the old one's share. The plan tells no more: the group may have
      // rebalanced, and come to the same one.
      mixedMs = nowMs
      apply(change)
      takePlan(group)
      return
    }
    prepare(change, .inferred)
    apply(change)
    tellJoining()
    settle(group)
  }

  private static func formerIds(
    _ change: MembershipChange, _ seats: [WatchSeat]
  ) -> [MemberId: Int] {
    var former: [MemberId: Int] = [:]
    for (seat, member) in change.replaced { former[member.memberId] = seat }
    return former
  }

  private mutating func rebalance(_ new: GroupState, _ change: MembershipChange) {
    let isFirst = state != .preparingRebalance && state != .completingRebalance
    let isNextRound = state == .completingRebalance && new == .preparingRebalance
    if isFirst || isNextRound {
      prepare(change, new == .preparingRebalance ? .observed : .inferred)
    }
    apply(change)
    if new == .completingRebalance, state != .completingRebalance { enter(new, nil) }
    tellJoining()
  }

  private mutating func prepare(_ change: MembershipChange, _ provenance: Provenance) {
    let cause = cause(change)
    if !isCooperative { stopAll() }
    enter(.preparingRebalance, cause, provenance)
  }

  /// Eager members give up all before they join again; cooperative ones keep it.
  private mutating func tellJoining() {
    let doing: MemberDoing = state == .completingRebalance ? .syncing : .joining
    for seat in seats.indices where seats[seat].isMember && seats[seat].doing != doing {
      seats[seat].doing = doing
      tell(.doing(MemberSlot(seat), doing), .inferred)
    }
  }

  private mutating func settle(_ group: DescribeGroupsResponse.Group) {
    // Eager members commit before they join; once all have joined, nobody does before the plan.
    if state != .completingRebalance { mixedMs = nowMs }
    takePlan(group)
    enter(.stable, nil)
    hasGrown = false
    for seat in seats.indices {
      seats[seat].doing = nil
      seats[seat].sinceMs = nowMs
    }
  }
}

extension WatchInference {
  /// Whether somebody has other partitions than were known; `former`: seats under a new id.
  private func hasOtherPlan(
    _ group: DescribeGroupsResponse.Group, _ former: [MemberId: Int]
  ) -> Bool {
    guard group.speaksConsumer else { return false }
    var known: [MemberId: Int] = former
    for (index, seat) in seats.enumerated() where seat.isMember { known[seat.memberId] = index }
    return group.members.contains { member in
      guard let seat = known[member.memberId] else { return true }
      if seats[seat].assignment == member.memberAssignment { return false }
      return seats[seat].owned != (member.partitions ?? []).sorted()
    }
  }

  /// Everybody's share, as the answer has it.
  private mutating func takePlan(_ group: DescribeGroupsResponse.Group) {
    guard group.speaksConsumer else { return }
    var known: [MemberId: Int] = [:]
    for (index, seat) in seats.enumerated() where seat.isMember { known[seat.memberId] = index }
    var shares: [PlannedShare] = []
    for member in group.members {
      guard let seat = known[member.memberId] else { continue }
      // In Stable no bytes are no partitions; while it rebalances they are withheld.
      guard
        let list = member.partitions
          ?? (group.groupState == GroupState.stable.rawValue
            ? [] : nil)
      else { return }
      seats[seat].assignment = member.memberAssignment
      give(seat, list.sorted())
      shares.append(
        PlannedShare(
          slot: MemberSlot(seat), memberId: member.memberId, partitions: seats[seat].owned))
    }
    if shares.isEmpty { return }
    setOwners()
    tell(.plan(.none, shares.sorted { ($0.slot?.index ?? 0) < ($1.slot?.index ?? 0) }))
    for share in shares {
      if let slot = share.slot { tell(.assigned(slot, share.partitions, .none), .inferred) }
    }
  }

  private mutating func give(_ seat: Int, _ list: [TopicPartition]) {
    if seats[seat].owned == list { return }
    seats[seat].owned = list
    seats[seat].pace.forget()
  }

  private mutating func setOwners() {
    var owners = ledgers.map { $0.partitions.map { _ in Int32(-1) } }
    for seat in seats.indices where seats[seat].isMember {
      for partition in seats[seat].owned {
        if let at = place(of: partition) { owners[at.topic][at.number] = Int32(seat) }
      }
    }
    for topic in ledgers.indices {
      for number in ledgers[topic].partitions.indices {
        let owner = owners[topic][number]
        // Whoever loses it is told so by its share, and reads it no more.
        if ledgers[topic].partitions[number].owner != owner {
          ledgers[topic].partitions[number].isReading = false
        }
        ledgers[topic].partitions[number].owner = owner
      }
    }
  }
}
