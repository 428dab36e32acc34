import KafkaModel

extension LineReader {
  mutating func event(_ name: String) throws(LineFault) -> FeedEvent {
    switch name {
    case "group": return .group(try facts())
    case "topic":
      return .topic(
        try id("name"), partitions: try number("partitions", in: 0...RecordingLimits.partitions))
    case "partitionsAdded":
      return .partitionsAdded(
        try id("name"), partitions: try number("partitions", in: 0...RecordingLimits.partitions))
    case "memberSeen": return .memberSeen(try slot(), try identity())
    case "process": return .process(try slot(), try change())
    case "committed": return .committed(try partition(), try offset())
    case "logEnd":
      return .logEnd(
        try partition(),
        LogEnd(
          offset: try offset(),
          growthPerKilosecond: try number("growth", in: RecordingLimits.rates)))
    case "produced":
      return .produced(
        try id("name"), records: try number("records", in: RecordingLimits.offsets))
    case "brokerAnswered": return .brokerAnswered
    case "brokerSilent": return .brokerSilent
    case "reporting":
      return .reporting(try slot(), try one(of: [true, false], "isSo") { $0 ? "yes" : "no" })
    case "health": return .health(try health())
    case "beat":
      let index: Int64 = try number("index", in: RecordingLimits.beats)
      return .beat(Int(index))
    default: return try memberEvent(name)
    }
  }

  /// A member's own side.
  private mutating func memberEvent(_ name: String) throws(LineFault) -> FeedEvent {
    switch name {
    case "memberId": return .memberId(try slot(), try id("id"))
    case "requestSent": return .requestSent(try slot(), try api())
    case "responseReceived": return .responseReceived(try slot(), try api(), try error())
    case "failed": return .failed(try slot(), try api(), try error())
    case "doing":
      return .doing(try slot(), try one(of: MemberDoing.allCases, "what") { $0.rawValue })
    case "subscribed":
      return .subscribed(try slot(), try texts("topic").map { TopicName($0) })
    case "assigned":
      let slot = try slot()
      let generation = try generation()
      return .assigned(slot, try partitions(), generation)
    case "revoked": return .revoked(try slot(), try partitions())
    case "lost": return .lost(try slot(), try partitions())
    case "readingStarted": return .readingStarted(try slot(), try partition(), try offset())
    case "readingStopped": return .readingStopped(try slot(), try partition())
    case "position": return .position(try slot(), try partition(), try offset())
    case "pollMissed": return .pollMissed(try slot())
    case "message": return .message(try slot(), try message())
    default: return try coordinatorEvent(name)
    }
  }

  private mutating func coordinatorEvent(_ name: String) throws(LineFault) -> FeedEvent {
    switch name {
    case "groupState":
      return .groupState(
        try one(of: GroupState.allCases, "state") { $0.rawValue }, try generation(),
        try causeIfAny())
    case "leader": return .leader(try slotIfAny())
    case "memberAdded": return .memberAdded(try slot(), try id("id"))
    case "memberRemoved":
      return .memberRemoved(
        try slotIfAny(), try id("id"),
        try one(of: RemovalReason.allCases, "reason") { $0.recordingName })
    case "joined": return .joined(try slot())
    case "heartbeat": return .heartbeat(try slot())
    case "plan": return .plan(try generation(), try shares())
    case "deadline":
      return .deadline(
        try deadline(), dueMs: try numberIfAny("dueMs", in: RecordingLimits.timesMs))
    case "coordinatorMoved": return .coordinatorMoved(BrokerId(try number("coordinator")))
    case "regrouping": return .regrouping(try regrouping())
    case "hold": return .hold(try holdPointIfAny())
    case "held": return .held(try slot(), try heldAnswerIfAny())
    case "turnedAway":
      return .turnedAway(
        host: try text("host"), try one(of: TurnedAway.allCases, "why") { $0.rawValue })
    case "terms": return .terms(try slot(), try terms())
    case "written": return .written(try offset(), try records())
    default: return .transaction(try transactionEvent(name))
    }
  }
}
