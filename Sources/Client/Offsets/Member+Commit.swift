import KafkaModel

/// OffsetCommit: by interval, before a join, on close.
extension Member {
  /// Whether the interval commit is armed: poll() drives it, and only a stable member may commit.
  var commitsByItself: Bool {
    config.enableAutoCommit && state == .stable && coordinator != nil && closing == .open
      && prepare == .notBegun && ownership.hasPositions
  }

  mutating func commitIfDue() {
    guard timers.autoCommitMs <= nowMs, commitsByItself, !isCommitting(.interval) else { return }
    timers.autoCommitMs = nowMs + config.autoCommitIntervalMs
    _ = sendCommit(.interval)
  }

  func isCommitting(_ purpose: CommitPurpose) -> Bool {
    inFlight.contains { $0.api == .offsetCommit && $0.commit == purpose }
  }

  /// Commits all positions; false if the member may not or has none.
  mutating func sendCommit(_ purpose: CommitPurpose) -> Bool {
    guard ownership.hasPositions else { return false }
    return sendCommit(purpose, of: positions)
  }

  /// Commits these, in order of partition; false if the member may not.
  mutating func sendCommit(_ purpose: CommitPurpose, of offsets: [PartitionOffset]) -> Bool {
    guard state == .stable, let coordinator else { return false }
    var topics: [OffsetCommitRequest.Topic] = []
    for item in offsets {
      let entry = OffsetCommitRequest.Partition(
        partitionIndex: item.partition.partition, committedOffset: item.offset)
      if topics.last?.name == item.partition.topic {
        topics[topics.count - 1].partitions.append(entry)
      } else {
        topics.append(OffsetCommitRequest.Topic(name: item.partition.topic, partitions: [entry]))
      }
    }
    let request = OffsetCommitRequest(
      groupId: config.groupId, generationId: generation, memberId: memberId,
      groupInstanceId: config.groupInstanceId, topics: topics)
    send(
      .offsetCommit(request), to: coordinator, lane: .coordinator, commit: purpose,
      offsets: offsets)
    return true
  }

  mutating func commitAnswered(_ response: OffsetCommitResponse, _ request: InFlight) {
    var error = ErrorCode.none
    var stored: [PartitionOffset] = []
    for topic in response.topics {
      for partition in topic.partitions {
        if partition.errorCode != .none {
          if error == .none { error = partition.errorCode }
          continue
        }
        let key = TopicPartition(topic.name, partition.partitionIndex)
        if let item = request.offsets.first(where: { $0.partition == key }) { stored.append(item) }
      }
    }
    noteStored(stored, request)
    if error == .none {
      timers.commitBackoff.reset()
      commitEnded(request.commit)
    } else {
      commitFailed(request, error, Reaction.toCommit(error))
    }
  }

  private mutating func noteStored(_ stored: [PartitionOffset], _ request: InFlight) {
    if stored.isEmpty { return }
    notes.append(.committed(stored))
    var cursor = 0
    for item in stored {
      let partition = item.partition
      if let index = ownership.index(of: partition.topic, partition.partition, near: &cursor),
        ownership[index].isKnown(to: request)
      {
        ownership[index].committed = item.offset
      }
    }
  }

  mutating func commitFailed(_ request: InFlight, _ error: ErrorCode, _ reaction: Reaction) {
    // commitSync() does not return before it is over.
    let goesOn = reaction == .backOff || reaction == .findCoordinator
    if request.commit != .sync || !goesOn { notes.append(.commitRefused(error)) }
    switch reaction {
    case .backOff: retryCommit(request.commit)
    case .findCoordinator:
      loseCoordinator()
      retryCommit(request.commit)
    case .resetGeneration, .resetMember:
      evict(error, request)
      commitEnded(request.commit)
    case .rejoin:
      if request.identityStamp == identityStamp { requestRejoin("commit hit \(error)") }
      commitEnded(request.commit)
    case .fatal:
      if request.identityStamp == identityStamp { fail(error, .offsetCommit) }
      commitEnded(request.commit)
    case .accept, .giveUp, .keepGivenId: commitEnded(request.commit)
    }
  }

  private mutating func retryCommit(_ purpose: CommitPurpose) {
    let retryMs = nowMs + timers.commitBackoff.nextMs(config, &generator)
    switch purpose {
    case .interval: timers.autoCommitMs = min(timers.autoCommitMs, retryMs)
    case .joinPrepare:
      if prepare == .committing { prepare = .retrying }
      timers.commitRetryMs = retryMs
    case .sync, .close: timers.commitRetryMs = retryMs
    }
  }

  private mutating func commitEnded(_ purpose: CommitPurpose) {
    switch purpose {
    case .interval: break
    case .joinPrepare: if prepare == .committing { prepare = .committed }
    case .sync: syncCommit = nil
    case .close: timers.commitRetryMs = Timers.never
    }
  }
}
