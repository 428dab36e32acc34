import KafkaModel

/// One input's worth of work: what the group may look at, and what comes of it.
struct Turn: Sendable {
  let config: CoordinatorConfig
  let nowMs: Int64
  var outcome = CoordinatorOutcome()
  /// Writes asked for; the coordinator numbers them at the end of the turn.
  var writes: [Write] = []

  init(config: CoordinatorConfig, nowMs: Int64) {
    self.config = config
    self.nowMs = nowMs
  }

  mutating func reply(_ token: RequestToken, _ response: Response) {
    outcome.replies.append(.init(token: token, response: response))
  }

  mutating func set(_ timer: CoordinatorTimer, atMs: Int64) {
    outcome.timers.append(.set(timer, atMs: atMs))
  }

  mutating func cancel(_ timer: CoordinatorTimer) { outcome.timers.append(.cancel(timer)) }

  mutating func tell(_ groupId: GroupId, _ fact: GroupFact) {
    outcome.happenings.append(Happening(groupId: groupId, fact: fact))
  }
}
