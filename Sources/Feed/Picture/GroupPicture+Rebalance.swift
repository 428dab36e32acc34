import KafkaModel

extension GroupPicture {
  mutating func enter(
    _ new: GroupState, _ newGeneration: Generation, _ cause: RebalanceCause?,
    _ timeline: inout Timeline
  ) {
    let old = state
    if old != new { stateSinceMs = timeMs }
    state = new
    generation = newGeneration
    timeline.phase(
      Timeline.Phase(fromMs: timeMs, state: new, generation: newGeneration, cause: cause))
    switch new {
    case .preparingRebalance: begin(cause, from: old)
    case .stable, .empty: finish(&timeline)
    case .completingRebalance:
      for i in members.indices { members[i].hasJoined = false }
      joinDueMs = nil
      initialDelayDueMs = nil
    case .dead: break
    }
    for place in partitions.indices { refresh(place, &timeline) }
  }

  private mutating func begin(_ cause: RebalanceCause?, from old: GroupState?) {
    // `hasJoined` stays: the JoinGroup that is the cause was parked a moment before.
    if old == .completingRebalance, rebalance != nil, rebalance?.isOver == false {
      rebalance?.rounds += 1
      if rebalance?.cause == nil { rebalance?.cause = cause }
      return
    }
    let owners = partitions.map(\.planned)
    rebalance = RebalanceAccount(
      cause: cause, startedMs: timeMs, before: owners,
      notReadMs: partitions.map { _ in 0 }, readTwice: partitions.map { _ in 0 },
      membersBefore: members.map(\.isMember))
  }

  private mutating func finish(_ timeline: inout Timeline) {
    joinDueMs = nil
    syncDueMs = nil
    initialDelayDueMs = nil
    guard rebalance != nil, rebalance?.isOver == false else { return }
    rebalance?.endedMs = timeMs
    rebalance?.after = partitions.map(\.planned)
    rebalance?.membersAfter = members.map(\.isMember)
    if let account = rebalance { timeline.rebalance(account) }
  }

  /// The leader's plan is written: these are the owners from now on.
  mutating func plan(
    _ generation: Generation, _ shares: [PlannedShare], _ timeline: inout Timeline
  ) {
    planGeneration = generation
    for place in partitions.indices { partitions[place].planned = .nobody }
    for share in shares {
      for partition in share.partitions {
        guard let place = table[partition] else { continue }
        partitions[place].planned = share.slot.map { .slot($0) } ?? .anotherMember
      }
    }
    for place in partitions.indices { refresh(place, &timeline) }
  }
}
