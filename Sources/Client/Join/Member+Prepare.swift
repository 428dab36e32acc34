import KafkaModel

/// `ConsumerCoordinator.onJoinPrepare`: commit, give up what must be given up, then join.
extension Member {
  /// The eager protocol is about to give everything up: poll() returns nothing of it any more.
  /// Under the cooperative one it goes on returning records (KIP-429).
  var isGivingUp: Bool { prepare != .notBegun && rebalanceProtocol == .eager }

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
    if rebalanceProtocol == .eager {
      // What poll() returned from here on would not be in the commit.
      stopReading()
      ownership.dropBuffers()
    }
    timers.prepareEndMs = nowMs + config.maxPollIntervalMs
    timers.commitBackoff.reset()
    commitBeforeJoin()
  }

  /// A member that is not stable cannot commit, and goes on without.
  private mutating func commitBeforeJoin() {
    prepare = sendCommit(.joinPrepare) ? .committing : .committed
  }

  private mutating func giveUpPartitions() {
    let partitions = owned
    if generation == .none || memberId.isEmpty {
      stopReading()
      if !partitions.isEmpty { notes.append(.lost(partitions)) }
      ownership.removeAll()
    } else if rebalanceProtocol == .eager {
      stopReading()
      notes.append(.revoked(partitions))
      ownership.removeAll()
    } else {
      giveUpUnsubscribed()
    }
    isLeader = false
    assignedSizes = nil
    watch(topics)
  }

  /// Under the cooperative protocol only what is no longer subscribed.
  private mutating func giveUpUnsubscribed() {
    let kept = owned.filter { topics.contains($0.topic) }
    let dropped = ownership.notIn(kept)
    if dropped.isEmpty { return }
    stopReading(dropped)
    notes.append(.revoked(dropped))
    ownership.replace(kept, keepsKnown: true) { cluster.leader(of: $0) }
  }
}
