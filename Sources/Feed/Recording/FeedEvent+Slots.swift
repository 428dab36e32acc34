extension FeedEvent {
  /// The members on the screen that the event names.
  public var slots: [MemberSlot] {
    switch self {
    case .memberSeen(let slot, _), .process(let slot, _), .memberId(let slot, _),
      .requestSent(let slot, _), .responseReceived(let slot, _, _), .doing(let slot, _),
      .assigned(let slot, _, _), .revoked(let slot, _), .lost(let slot, _),
      .readingStarted(let slot, _, _), .readingStopped(let slot, _), .position(let slot, _, _),
      .pollMissed(let slot), .failed(let slot, _, _), .memberAdded(let slot, _),
      .joined(let slot), .heartbeat(let slot), .reporting(let slot, _), .subscribed(let slot, _),
      .message(let slot, _), .held(let slot, _),
      .terms(let slot, _):
      [slot]
    case .leader(let slot), .memberRemoved(let slot, _, _): slot.map { [$0] } ?? []
    case .plan(_, let shares): shares.compactMap(\.slot)
    case .deadline(let deadline, _): deadline.slot.map { [$0] } ?? []
    case .transaction(.producerSeen(_, let identity)): identity.member.map { [$0] } ?? []
    case .group, .topic, .partitionsAdded, .groupState, .committed, .coordinatorMoved,
      .regrouping, .hold, .turnedAway, .written, .logEnd, .produced, .transaction, .health, .beat,
      .brokerAnswered, .brokerSilent:
      []
    }
  }

  /// The producer on the screen that the event names.
  public var producer: ProducerSlot? {
    if case .transaction(let event) = self { event.producer } else { nil }
  }
}

extension TransactionEvent {
  /// The producer on the screen that the event names.
  var producer: ProducerSlot? {
    switch self {
    case .producerSeen(let slot, _), .process(let slot, _), .state(let slot, _),
      .producerId(let slot, _), .mustAbort(let slot, _, _), .failed(let slot, _, _),
      .wrote(let slot, _, _, _):
      slot
    case .output, .transaction, .fenced, .timeout, .opened, .marker, .stableOffset,
      .offsetPending, .offsetsDecided, .delivered:
      nil
    }
  }
}

extension Deadline {
  /// Whose timer it is; nil for the group's own.
  public var slot: MemberSlot? {
    switch self {
    case .session(let slot), .formerSession(let slot), .heartbeat(let slot), .poll(let slot),
      .autoCommit(let slot), .backoff(let slot):
      slot
    case .initialDelay, .join, .sync: nil
    }
  }
}
