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
    var list: [ClientDeadline] = []
    func add(_ kind: ClientDeadline.Kind, _ dueMs: Int64) {
      if dueMs < Timers.never { list.append(ClientDeadline(kind: kind, dueMs: dueMs)) }
    }
    if isOver { return [] }
    if state.heartbeats {
      add(.heartbeat, timers.heartbeatMs)
      add(.session, timers.sessionMs)
      add(.poll, timers.pollMs)
    }
    if commitsByItself { add(.autoCommit, timers.autoCommitMs) }
    if rejoinNeeded && timers.joinMs > nowMs { add(.backoff, timers.joinMs) }
    if case .processing(let work) = loop { add(.processing, work.doneAtMs) }
    return list
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
    if loop == .stopped { return .notPolling }
    if prepare != .notBegun { return .revoking }
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
