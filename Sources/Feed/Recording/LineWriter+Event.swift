import KafkaModel

extension LineWriter {
  mutating func event(_ event: FeedEvent, mark: String) {
    word(mark + event.recordingName)
    switch event {
    case .group(let facts): values(facts)
    case .topic(let topic, let partitions), .partitionsAdded(let topic, let partitions):
      field("name", topic)
      field("partitions", partitions)
    case .produced(let topic, let records):
      field("name", topic)
      field("records", records)
    case .memberSeen(let slot, let identity):
      field(slot)
      values(identity)
    case .process(let slot, let change):
      field(slot)
      values(change)
    case .committed(let partition, let offset):
      field(partition)
      field("offset", offset.value)
    case .logEnd(let partition, let end):
      field(partition)
      field("offset", end.offset.value)
      field("growth", end.growthPerKilosecond)
    case .health(let health): values(health)
    case .brokerAnswered, .brokerSilent: break
    case .reporting(let slot, let isSo):
      field(slot)
      field("isSo", isSo ? "yes" : "no")
    case .beat(let index): field("index", index)
    case .transaction(let event): values(event)
    default: memberEvent(event)
    }
  }

  /// A member's own side.
  private mutating func memberEvent(_ event: FeedEvent) {
    switch event {
    case .memberId(let slot, let id):
      field(slot)
      field("id", id)
    case .requestSent(let slot, let api):
      field(slot)
      field("api", api.description)
    case .responseReceived(let slot, let api, let error), .failed(let slot, let api, let error):
      field(slot)
      field("api", api.description)
      field("error", error.rawValue)
    case .doing(let slot, let doing):
      field(slot)
      field("what", doing.rawValue)
    case .subscribed(let slot, let topics):
      field(slot)
      for topic in topics { field("topic", topic) }
    case .assigned(let slot, let list, let generation):
      field(slot)
      field("generation", generation.value)
      for partition in list { field(partition) }
    case .revoked(let slot, let list), .lost(let slot, let list):
      field(slot)
      for partition in list { field(partition) }
    case .readingStarted(let slot, let partition, let offset),
      .position(let slot, let partition, let offset):
      field(slot)
      field(partition)
      field("offset", offset.value)
    case .readingStopped(let slot, let partition):
      field(slot)
      field(partition)
    case .message(let slot, let message):
      field(slot)
      values(message)
    default: coordinatorEvent(event)
    }
  }

  private mutating func coordinatorEvent(_ event: FeedEvent) {
    switch event {
    case .pollMissed(let slot), .joined(let slot), .heartbeat(let slot): field(slot)
    case .groupState(let state, let generation, let cause):
      field("state", state.rawValue)
      field("generation", generation.value)
      if let cause { values(cause) }
    case .leader(let slot):
      if let slot { field(slot) }
    case .memberAdded(let slot, let id):
      field(slot)
      field("id", id)
    case .memberRemoved(let slot, let id, let reason):
      if let slot { field(slot) }
      field("id", id)
      field("reason", reason.recordingName)
    case .plan(let generation, let shares):
      field("generation", generation.value)
      for share in shares {
        let head = [
          share.slot.map { "\($0.index)" } ?? "-", RecordingEscape.escaped(share.memberId.text),
        ]
        field("share", parts: head + share.partitions.map(Self.parts))
      }
    case .deadline(let deadline, let dueMs):
      values(deadline)
      if let dueMs { field("dueMs", dueMs) }
    case .coordinatorMoved(let broker): field("coordinator", broker.value)
    case .regrouping(let change): values(change)
    case .hold(let point):
      if let point { field("at", point.rawValue) }
    case .held(let slot, let answer):
      field(slot)
      if let answer { values(answer) }
    case .turnedAway(let host, let why):
      field("host", host)
      field("why", why.rawValue)
    case .terms(let slot, let terms):
      field(slot)
      values(terms)
    case .written(let offset, let records):
      field("offset", offset.value)
      for record in records { values(record) }
    default: preconditionFailure("an event that no line describes")
    }
  }
}
