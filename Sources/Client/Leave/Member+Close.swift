import KafkaModel

/// close() and LeaveGroup (`ConsumerCoordinator.close`, `onLeavePrepare`, `maybeLeaveGroup`).
extension Member {
  /// Kafka's default close timeout.
  public static let closeTimeoutMs: Int64 = 30_000

  mutating func beginClose(leavesForced: Bool) {
    guard closing == .open else { return }
    self.leavesForced = leavesForced
    if loop == .unstarted { return endClose() }
    closing = .committing
    timers.closeEndMs = nowMs + Self.closeTimeoutMs
    timers.commitRetryMs = nowMs
    timers.commitBackoff.reset()
    loop.handle(.ended)
    deferred = []
    syncCommit = nil
    stopReading()
    prepare = .notBegun
    ownership.dropBuffers()
  }

  mutating func runClose() {
    switch closing {
    case .open, .closed: return
    case .committing: commitThenLeave()
    case .leaving: break
    }
    if closing == .leaving && timers.closeEndMs <= nowMs { endClose() }
  }

  private mutating func commitThenLeave() {
    if commitsOnClose && timers.closeEndMs > nowMs {
      if isCommitting(.close) || coordinator == nil || timers.commitRetryMs > nowMs { return }
      if sendCommit(.close) { return }
    }
    leave()
  }

  private var commitsOnClose: Bool {
    config.enableAutoCommit && !hasFailed && !closeCommitEnded && state == .stable
      && ownership.hasPositions
  }

  private var closeCommitEnded: Bool { timers.commitRetryMs == Timers.never }

  /// Callbacks run for static members too; only the request is missing.
  private mutating func leave() {
    giveEverythingUp()
    closing = .leaving
    let sent = sendLeave(reason: "the consumer is being closed")
    apply(state.handle(.generationReset))
    if !sent { endClose() }
  }

  /// `onLeavePrepare`: in a rebalance somebody else may have it all already.
  mutating func giveEverythingUp() {
    let partitions = owned
    stopReading()
    if partitions.isEmpty { return }
    let isRebalancing = state == .preparingRebalance || state == .completingRebalance
    let isLost = generation == .none || memberId.isEmpty || isRebalancing
    notes.append(isLost ? .lost(partitions) : .revoked(partitions))
    ownership.removeAll()
  }

  /// Says whether it was sent: a static member leaves only where close() says so (KIP-345,
  /// KIP-1092), one attempt for others.
  @discardableResult
  mutating func sendLeave(reason: String) -> Bool {
    guard config.groupInstanceId == nil || leavesForced, state != .unjoined,
      !memberId.isEmpty, let coordinator
    else { return false }
    let member = LeaveGroupRequest.Member(memberId: memberId, reason: reason)
    let request = LeaveGroupRequest(groupId: config.groupId, members: [member])
    send(.leaveGroup(request), to: coordinator, lane: .coordinator)
    return true
  }

  mutating func leaveEnded() {
    if closing == .leaving { endClose() }
  }

  private mutating func endClose() {
    closing = .closed
    loop.handle(.ended)
    inFlight = []
    notes.append(.closed)
  }
}
