import KafkaModel

/// What can be seen of a consumer from outside.
extension Member {
  /// The partitions assigned to it, in order.
  public var owned: [TopicPartition] { ownership.partitions }

  /// The next offset of each owned partition that has one yet.
  public var positions: [PartitionOffset] {
    ownership.list.compactMap {
      $0.positionState == .valid ? PartitionOffset($0.partition, $0.position) : nil
    }
  }

  /// The committed offset of each owned partition, as far as this member knows.
  public var committed: [PartitionOffset] {
    ownership.list.compactMap { owned in
      owned.committed.map { PartitionOffset(owned.partition, $0) }
    }
  }

  /// The timers that run, by kind.
  public var deadlines: [ClientDeadline] {
    ClientDeadline.Kind.allCases.compactMap { kind in
      dueMs(kind).map { ClientDeadline(kind: kind, dueMs: $0) }
    }
  }

  /// When a timer is due; nil = it does not run.
  func dueMs(_ kind: ClientDeadline.Kind) -> Int64? {
    if isOver { return nil }
    var dueMs = Timers.never
    switch kind {
    case .heartbeat: if state.heartbeats { dueMs = timers.heartbeatMs }
    case .session: if state.heartbeats { dueMs = timers.sessionMs }
    case .poll: if state.heartbeats { dueMs = timers.pollMs }
    case .autoCommit: if commitsByItself { dueMs = timers.autoCommitMs }
    case .backoff: if rejoinNeeded && timers.joinMs > nowMs { dueMs = timers.joinMs }
    case .processing: if case .processing(let work) = loop { dueMs = work.doneAtMs }
    }
    return dueMs < Timers.never ? dueMs : nil
  }

  /// Whether the consumer does nothing any more but, perhaps, close.
  var isOver: Bool { hasFailed || closing == .closed }

  mutating func noteDoing() {
    let now = presentDoing
    if now == doing { return }
    doing = now
    notes.append(.doing(now))
  }

  private var presentDoing: MemberDoing {
    if closing == .closed { return .closed }
    if closing != .open { return .leaving }
    if hasFailed { return .failed }
    if loop.isStuck { return .notPolling }
    if !isSubscribed { return .unsubscribed }
    if isGivingUp { return .revoking }
    switch round {
    case .joining: return .joining
    case .awaitingTopics: return .assigning
    case .syncing: return isLeader ? .assigning : .syncing
    case .none: break
    }
    if state != .stable { return .connecting }
    if ownership.isEmpty { return .idle }
    return ownership.lacksPosition ? .fetchingOffsets : .reading
  }
}
