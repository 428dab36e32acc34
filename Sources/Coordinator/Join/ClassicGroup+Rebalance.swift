import KafkaModel

/// The join phase (`prepareRebalance`, `completeClassicGroupJoin`).
extension ClassicGroup {
  /// Begins a rebalance, or sees whether the running join phase is complete.
  mutating func rebalance(_ cause: RebalanceCause, _ turn: inout Turn) {
    if state.canRebalance {
      prepareRebalance(cause, &turn)
    } else {
      completeJoinIfEverybodyWaits(&turn)
    }
  }

  /// The one way into PreparingRebalance. The generation does not change yet.
  mutating func prepareRebalance(_ cause: RebalanceCause, _ turn: inout Turn) {
    if state == .completingRebalance { refuseSyncs(.rebalanceInProgress, &turn) }
    stopWaitingForSyncs(&turn)
    let wasEmpty = state == .empty
    move(to: .preparingRebalance, cause: cause, &turn)
    guard wasEmpty else { return waitForEverybody(&turn) }
    let wait = JoinWait.initial(
      delayMs: turn.config.initialRebalanceDelayMs, rebalanceTimeoutMs: rebalanceTimeoutMs,
      nowMs: turn.nowMs)
    joinWait = wait
    if let dueMs = wait.initialDelayDueMs { tellDelay(dueMs, extended: false, &turn) }
  }

  /// Completes at once if it can, else waits for the longest rebalance timeout.
  private mutating func waitForEverybody(_ turn: inout Turn) {
    if everybodyWaits { return completeJoin(&turn) }
    setJoinTimer(&turn)
  }

  private mutating func setJoinTimer(_ turn: inout Turn) {
    let dueMs = turn.nowMs + rebalanceTimeoutMs
    joinWait = .everybody(dueMs: dueMs)
    turn.set(.join(groupId), atMs: dueMs)
    turn.tell(groupId, .joinTimerSet(dueMs: dueMs))
  }

  private func tellDelay(_ dueMs: Int64, extended: Bool, _ turn: inout Turn) {
    turn.set(.initialDelay(groupId), atMs: dueMs)
    turn.tell(groupId, .initialDelay(dueMs: dueMs, extended: extended))
  }

  /// Requests do not end the initial delay, however many wait: more members may come.
  mutating func completeJoinIfEverybodyWaits(_ turn: inout Turn) {
    guard state == .preparingRebalance, previousState != .empty, everybodyWaits else { return }
    completeJoin(&turn)
  }

  /// The join timer or the initial delay is due.
  mutating func joinTimerFired(_ turn: inout Turn) {
    let (next, action) = joinWait.timerFired(
      memberAdded: memberAddedInDelay, delayMs: turn.config.initialRebalanceDelayMs,
      nowMs: turn.nowMs)
    joinWait = next
    switch action {
    case .nothing: break
    case .completed: completeJoin(&turn)
    case .extended(let dueMs):
      memberAddedInDelay = false
      tellDelay(dueMs, extended: true, &turn)
    }
  }

  /// Ends the join phase with those who have joined.
  mutating func completeJoin(_ turn: inout Turn) {
    cancelJoinTimer(&turn)
    // Static members stay, with their old metadata, until their session ends (KIP-345).
    let missing = members.all.filter { $0.parkedJoin == nil && $0.groupInstanceId == nil }
    remove(missing.map(\.memberId), .didNotRejoin, &turn)
    if !electJoinedLeader(&turn) && !members.isEmpty { return setJoinTimer(&turn) }
    generation = generation.next
    if members.isEmpty {
      becomeEmpty(&turn)
    } else {
      startGeneration(&turn)
    }
  }

  private mutating func cancelJoinTimer(_ turn: inout Turn) {
    switch joinWait {
    case .none: break
    case .initialDelay: turn.cancel(.initialDelay(groupId))
    case .everybody: turn.cancel(.join(groupId))
    }
    joinWait = .none
  }

  /// `maybeElectNewJoinedLeader`: a leader that has not joined loses its role to the first, in
  /// hash order, that has.
  ///
  /// - Returns: whether there is a leader that has joined.
  private mutating func electJoinedLeader(_ turn: inout Turn) -> Bool {
    guard let leader, let current = members[leader] else { return false }
    if current.parkedJoin != nil { return true }
    guard let joined = members.inHashOrder.first(where: { $0.parkedJoin != nil }) else {
      return false
    }
    setLeader(joined.memberId, &turn)
    return true
  }

  private mutating func becomeEmpty(_ turn: inout Turn) {
    protocolName = nil
    move(to: .empty, &turn)
    turn.writes.append(
      Write(
        groupId: groupId, records: [.groupMetadata(groupId, written(plan: []))],
        continuation: .groupEmptied))
  }

  private mutating func startGeneration(_ turn: inout Turn) {
    protocolName = ProtocolVote.winner(members.all, candidates: members.commonProtocols)
    move(to: .completingRebalance, &turn)
    turn.tell(
      groupId,
      .generationStarted(
        generation, protocolName: protocolName ?? "", leader: leader ?? "",
        members: members.inHashOrder.map(\.memberId)))
    for slot in 0..<members.count {
      if let token = members.unpark(at: slot) {
        turn.reply(token, .joinGroup(joinAnswer(to: members.id(at: slot))))
      }
      members.update(at: slot) { $0.isNew = false }
      members.setOwesSync(true, at: slot)
      startSession(at: slot, &turn)
    }
    let dueMs = turn.nowMs + rebalanceTimeoutMs
    syncDueMs = dueMs
    turn.set(.sync(groupId), atMs: dueMs)
    turn.tell(groupId, .syncTimerSet(dueMs: dueMs))
  }
}
