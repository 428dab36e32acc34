extension FeedEvent {
  /// Whether the event is worth a line of its own in the log: numbers that run are not.
  public var isLogged: Bool {
    switch self {
    case .position, .logEnd, .deadline, .heartbeat, .committed, .topic, .group: false
    case .doing, .responseReceived, .readingStopped, .joined, .memberSeen: false
    case .process(_, let change): change != .ended
    case .revoked(_, let list), .lost(_, let list): !list.isEmpty
    default: true
    }
  }
}
