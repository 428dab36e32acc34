import KafkaModel

extension FeedEvent {
  /// Whether a step of the lesson ends here: what changes the picture in kind, not in number.
  public var isStep: Bool {
    switch self {
    // That it has left is seen when the coordinator knows; that its process ends then, nowhere.
    case .process(_, let change): change != .ended
    case .groupState, .plan, .memberRemoved, .pollMissed, .failed, .assigned: true
    case .requestSent(_, .joinGroup), .requestSent(_, .syncGroup): true
    case .requestSent(_, .leaveGroup), .readingStarted: true
    case .subscribed, .partitionsAdded, .produced, .coordinatorMoved, .regrouping, .hold,
      .turnedAway:
      true
    // The first join phase waits, or waits on.
    case .deadline(.initialDelay, let dueMs): dueMs != nil
    // What a beat is about may be a message that changes nothing in the picture.
    case .beat: true
    case .revoked(_, let list), .lost(_, let list): !list.isEmpty
    case .transaction(let event): event.isStep
    default: false
    }
  }
}

extension TransactionEvent {
  var isStep: Bool {
    switch self {
    case .process, .mustAbort, .failed, .fenced, .wrote, .marker: true
    // The decisions; that all markers are written is seen by the markers.
    case .transaction(_, let state, _): state == .prepareCommit || state == .prepareAbort
    // It begins: `Ongoing` itself comes again with each partition that is added, this does not.
    case .timeout(_, let dueMs): dueMs != nil
    case .producerSeen, .output, .state, .producerId, .opened, .stableOffset, .offsetPending,
      .offsetsDecided, .delivered:
      false
    }
  }
}
