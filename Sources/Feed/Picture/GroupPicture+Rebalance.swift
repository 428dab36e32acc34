import KafkaModel

extension GroupPicture {
  mutating func enter(
    _ new: GroupState, _ newGeneration: Generation, _ cause: RebalanceCause?,
    _ timeline: inout Timeline
  ) {
    let old = state
    if old != new { stateSinceMs = timeMs }
    state = new
    // From outside nobody tells it.
    generation = newGeneration == .none && isFromOutside ? nil : newGeneration
    timeline.phase(
      Timeline.Phase(fromMs: timeMs, state: new, generation: newGeneration, cause: cause))
    switch new {
    case .preparingRebalance:
      // What is read again since is known by now.
      if let account = rebalance, account.isOver { timeline.correct(account) }
      begin(cause, from: old)
    case .stable:
      forgetUnseenJoins()
      finish(&timeline)
      regrouping = nil
    case .empty:
      forgetPlan()
      // That all have left is not how a stop of all ends.
      if regrouping == nil { finish(&timeline) }
    case .completingRebalance:
      for i in members.indices { members[i].hasJoined = false }
      joinDueMs = nil
      initialDelayDueMs = nil
    case .dead: break
    }
    for place in partitions.indices { refresh(place, &timeline) }
  }

  /// Members whose processes are not seen were taken to join because the group rebalanced.
  private mutating func forgetUnseenJoins() {
    for i in members.indices where members[i].process == .unknown {
      if members[i].doing == .joining || members[i].doing == .syncing { members[i].doing = nil }
    }
  }

  private var isFromOutside: Bool { members.allSatisfy { !$0.identity.isOurs } }

  private mutating func begin(_ cause: RebalanceCause?, from old: GroupState?) {
    // `hasJoined` stays: the JoinGroup that is the cause was parked a moment before.
    if regrouping != nil, rebalance?.isOver == false { return }
    // A rebalance that is not over goes on: a plan that was never made, or the second round that
    // a cooperative hand-over takes (KIP-429).
    if old == .completingRebalance || old == .stable, rebalance?.isOver == false {
      rebalance?.rounds += 1
      add(cause)
      return
    }
    rebalance = RebalanceAccount(
      causes: [], startedMs: timeMs, before: partitions.map(\.planned),
      notReadMs: partitions.map { _ in 0 }, readTwice: partitions.map { _ in 0 },
      isOpenEnded: partitions.map { _ in false },
      idsBefore: planIds)
    rebalance?.regrouping = regrouping
    add(cause)
  }

  private mutating func add(_ cause: RebalanceCause?) {
    guard let cause, rebalance?.latestCause?.cause != cause else { return }
    rebalance?.causes.append(RebalanceAccount.TimedCause(cause: cause, atMs: timeMs))
  }

  /// Another newcomer in the join phase that a newcomer began.
  mutating func addNewcomer(_ id: MemberId) {
    guard state == .preparingRebalance, case .newMember? = rebalance?.latestCause?.cause,
      rebalance?.causes.contains(where: { $0.cause == .newMember(id) }) == false
    else { return }
    add(.newMember(id))
  }

  /// A member that was silent in the join phase is removed: that is what it waited for.
  mutating func addRemoval(_ id: MemberId, _ reason: RemovalReason) {
    guard state == .preparingRebalance, reason == .sessionTimedOut else { return }
    add(.sessionTimedOut(id))
  }

  private mutating func finish(_ timeline: inout Timeline) {
    joinDueMs = nil
    syncDueMs = nil
    initialDelayDueMs = nil
    guard rebalance != nil, rebalance?.isOver == false else { return }
    if isHandingOver { return }
    rebalance?.endedMs = timeMs
    rebalance?.after = partitions.map(\.planned)
    rebalance?.idsAfter = planIds
    if let account = rebalance { timeline.rebalance(account) }
  }

  /// What the group went through before is another story.
  public mutating func forgetRebalance() { rebalance = nil }

  /// A cooperative plan takes a partition from an owner, who has yet to hear of it, and gives it to
  /// nobody: the next round does (KIP-429). Eager owners have given all up before they joined.
  private var isHandingOver: Bool {
    state == .stable
      && partitions.contains { partition in
        partition.planned == .nobody && (partition.owner.map { self[$0].isMember } ?? false)
      }
  }

  /// Without members no plan is in force.
  private mutating func forgetPlan() {
    planIds = []
    for place in partitions.indices {
      partitions[place].planned = .nobody
      partitions[place].isGivenUp = false
    }
  }

  /// The leader's plan is written: these are the owners from now on.
  mutating func plan(
    _ shares: [PlannedShare], _ timeline: inout Timeline
  ) {
    forgetPlan()
    for share in shares {
      if let slot = share.slot {
        while planIds.count <= slot.index { planIds.append(nil) }
        planIds[slot.index] = share.memberId
      }
      for partition in share.partitions {
        guard let place = table[partition] else { continue }
        partitions[place].planned = share.slot.map { .slot($0) } ?? .anotherMember
        if share.slot == nil { partitions[place].position = nil }
      }
    }
    correctAccount(&timeline)
    for place in partitions.indices { refresh(place, &timeline) }
  }

  /// A live source learns of a plan piece by piece: what came after the group was Stable belongs
  /// to the same verdict.
  private mutating func correctAccount(_ timeline: inout Timeline) {
    guard state == .stable, rebalance?.isOver == true else { return }
    rebalance?.after = partitions.map(\.planned)
    rebalance?.idsAfter = planIds
    if let account = rebalance { timeline.correct(account) }
  }
}
