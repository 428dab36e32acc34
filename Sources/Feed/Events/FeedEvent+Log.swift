extension FeedEvent {
  /// Whether the event is worth a line of its own in the log: numbers that run are not.
  public var isLogged: Bool {
    switch self {
    case .position, .logEnd, .deadline, .heartbeat, .committed, .topic, .group: false
    case .brokerAnswered, .brokerSilent, .reporting, .held, .terms: false
    // They have panes of their own.
    case .message, .written: false
    case .doing, .readingStopped, .joined, .memberSeen: false
    // An answer without an error is seen by what it brings.
    case .responseReceived(_, _, let error): error != .none
    case .process(_, let change): change != .ended
    case .revoked(_, let list), .lost(_, let list): !list.isEmpty
    case .transaction(let event): event.isLogged
    default: true
    }
  }
}

extension TransactionEvent {
  var isLogged: Bool {
    switch self {
    case .process(_, let change): change != .ended
    case .timeout(_, let dueMs): dueMs != nil
    case .transaction(_, let state, _): state == .prepareCommit || state == .prepareAbort
    case .mustAbort, .failed, .fenced, .wrote, .marker: true
    case .producerSeen, .output, .state, .producerId, .opened, .stableOffset, .offsetPending,
      .offsetsDecided, .delivered:
      false
    }
  }
}
