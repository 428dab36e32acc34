extension FeedEvent {
  /// The word that stands for the event in a recording.
  var recordingName: String {
    switch self {
    case .group: "group"
    case .topic: "topic"
    case .memberSeen: "memberSeen"
    case .process: "process"
    case .memberId: "memberId"
    case .requestSent: "requestSent"
    case .responseReceived: "responseReceived"
    case .doing: "doing"
    case .assigned: "assigned"
    case .revoked: "revoked"
    case .lost: "lost"
    case .readingStarted: "readingStarted"
    case .readingStopped: "readingStopped"
    case .position: "position"
    case .pollMissed: "pollMissed"
    case .failed: "failed"
    case .groupState: "groupState"
    case .leader: "leader"
    case .memberAdded: "memberAdded"
    case .memberRemoved: "memberRemoved"
    case .joined: "joined"
    case .heartbeat: "heartbeat"
    case .plan: "plan"
    case .committed: "committed"
    case .deadline: "deadline"
    case .logEnd: "logEnd"
    case .health: "health"
    case .brokerAnswered: "brokerAnswered"
    case .brokerSilent: "brokerSilent"
    case .reporting: "reporting"
    case .beat: "beat"
    }
  }
}
