import KafkaModel

/// `ConsumerCoordinator.onJoinPrepare`, eager protocol: commit, give everything up, then join.
extension Member {
  /// Says whether the JoinGroup may be sent.
  mutating func prepareJoin() -> Bool {
    if prepare == .notBegun { beginPrepare() }
    if prepare == .retrying && timers.commitRetryMs <= nowMs { commitBeforeJoin() }
    if prepare != .committed && timers.prepareEndMs > nowMs { return false }
    prepare = .notBegun
    timers.prepareEndMs = Timers.never
    giveUpPartitions()
    return true
  }

  private mutating func beginPrepare() {
    guard config.enableAutoCommit else {
      prepare = .committed
      return
    }
    // From here on poll() returns nothing of what is about to be given up.
    stopReading()
    ownership.dropBuffers()
    timers.prepareEndMs = nowMs + config.maxPollIntervalMs
    timers.commitBackoff.reset()
    commitBeforeJoin()
  }

  /// A member that is not stable cannot commit, and goes on without.
  private mutating func commitBeforeJoin() {
    prepare = sendCommit(.joinPrepare) ? .committing : .committed
  }

  private mutating func giveUpPartitions() {
    stopReading()
    let partitions = owned
    if generation == .none || memberId.isEmpty {
      if !partitions.isEmpty { notes.append(.lost(partitions)) }
    } else {
      notes.append(.revoked(partitions))
    }
    ownership.removeAll()
    isLeader = false
    assignedSizes = nil
    watch(config.topics)
  }
}
