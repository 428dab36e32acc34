import KafkaModel

extension GroupPicture {
  /// Takes one event in; what belongs on the score goes to `timeline`.
  public mutating func apply(_ timed: TimedEvent, into timeline: inout Timeline) {
    timeMs = max(timeMs, timed.timeMs)
    switch timed.event {
    case .group(let new): facts = new
    case .topic(let topic, let count): grow(topic, count, &timeline)
    case .memberSeen(let slot, let identity): see(slot, identity, &timeline)
    case .process(let slot, let change): transform(slot, change, &timeline)
    case .memberId(let slot, let id): rename(slot, id)
    case .requestSent(let slot, let api): markRequest(slot, api, &timeline)
    case .responseReceived(let slot, .joinGroup, let error):
      if error.refusesJoinForGood { members[slot.index].refusal = error }
    case .responseReceived, .subscribed, .partitionsAdded, .message, .written: break
    case .doing(let slot, let doing):
      members[slot.index].doing = doing
      refreshOwned(slot, &timeline)
    case .assigned(let slot, let list, let generation): assign(slot, list, generation, &timeline)
    case .revoked(let slot, let list), .lost(let slot, let list): release(slot, list, &timeline)
    case .readingStarted(let slot, let partition, let offset):
      startReading(slot, partition, offset, &timeline)
    case .readingStopped(let slot, let partition): stopReading(slot, partition, &timeline)
    case .position(let slot, let partition, let offset): move(slot, partition, offset)
    case .pollMissed(let slot): timeline.mark(slot, .pollMissed, timeMs)
    case .failed(let slot, _, let error):
      members[slot.index].failure = error
      members[slot.index].doing = .failed
    case .committed(let partition, let offset):
      if let place = table[partition] { partitions[place].commit(offset, atMs: timeMs) }
      transactions.supersede(partition)
    case .deadline(let deadline, let dueMs): set(deadline, dueMs)
    case .logEnd(let partition, let end):
      guard let place = table[partition] else { return }
      partitions[place].grow(end, atMs: timed.timeMs)
    case .produced(let topic, let records): run(topic, records)
    case .transaction(let event): apply(event)
    case .health(let new): health = new
    case .beat(let index): beat = index
    case .brokerAnswered:
      freshMs = timed.timeMs
      see(isBlind: false, &timeline)
    case .brokerSilent: see(isBlind: true, &timeline)
    case .reporting(let slot, let isSo):
      members[slot.index].isReporting = isSo
      refreshAll(of: slot, &timeline)
    default: applyGroup(timed.event, &timeline)
    }
  }

  /// The coordinator's side.
  private mutating func applyGroup(_ event: FeedEvent, _ timeline: inout Timeline) {
    switch event {
    case .groupState(let state, let generation, let cause):
      enter(state, generation, cause, &timeline)
    case .leader(let slot): leader = slot
    case .memberAdded(let slot, let id): add(slot, id, &timeline)
    case .memberRemoved(let slot, let id, let reason):
      guard let slot else { return }
      remove(slot, id, reason, &timeline)
    case .joined(let slot): members[slot.index].hasJoined = true
    case .heartbeat(let slot): members[slot.index].lastHeartbeatMs = timeMs
    case .plan(_, let shares): plan(shares, &timeline)
    case .coordinatorMoved(let broker):
      facts?.coordinator = broker
      coordinatorMovedMs = timeMs
    case .hold(let point): hold = point
    case .turnedAway(let host, let why):
      turnedAway = TurnedAwayPicture(host: host, why: why, atMs: timeMs)
    case .terms(let slot, let terms): members[slot.index].terms = terms
    case .held(let slot, let answer): members[slot.index].held = answer
    case .regrouping(let change):
      regrouping = change
      if rebalance?.isOver == false { rebalance?.regrouping = change }
      beat = nil
    default: preconditionFailure("not an event of the coordinator")
    }
  }

  private mutating func move(_ slot: MemberSlot, _ partition: TopicPartition, _ offset: Offset) {
    guard let place = table[partition] else { return }
    let isFollowed = partitions[place].reader == slot
    members[slot.index].console.read(
      place, from: isFollowed ? partitions[place].position : nil, to: offset)
    // A stale reader's progress is not what the screen follows.
    if partitions[place].reader == slot || partitions[place].reader == nil {
      partitions[place].position = offset
    }
    if offset > partitions[place].readTo ?? .none { partitions[place].readTo = offset }
  }

  private mutating func set(_ deadline: Deadline, _ dueMs: Int64?) {
    switch deadline {
    case .session(let slot): members[slot.index].sessionDueMs = dueMs
    case .formerSession(let slot): members[slot.index].formerSessionDueMs = dueMs
    case .heartbeat(let slot): members[slot.index].heartbeatDueMs = dueMs
    case .poll(let slot): members[slot.index].pollDueMs = dueMs
    case .autoCommit(let slot): members[slot.index].autoCommitDueMs = dueMs
    case .backoff(let slot): members[slot.index].backoffDueMs = dueMs
    case .initialDelay: initialDelayDueMs = dueMs
    case .join: joinDueMs = dueMs
    case .sync: syncDueMs = dueMs
    }
  }
}
