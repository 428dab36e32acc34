import KafkaModel
import Testing

@testable import Client

/// A member on a bench: the test plays broker and clock.
struct Bench {
  var member: Member
  var nowMs: Int64 = 0
  /// Requests that wait for an answer, oldest first.
  var open: [Outgoing] = []
  var notes: [MemberNote] = []
  var wakeAtMs: Int64?
  var isWaiting = false

  init(
    topics: [TopicName] = ["orders"], rate: Int64 = 1_000,
    assignors: AssignorCatalogue = .builtIn, waitsAfterWork: Bool = false,
    change: (inout ConsumerConfig) -> Void = { _ in }
  ) {
    var config = ConsumerConfig(groupId: "g", clientId: "c", topics: topics)
    change(&config)
    member = Member(
      config: config, processRatePerSecond: rate, generator: SeededGenerator(seed: 1), nowMs: 0,
      assignors: assignors, waitsAfterWork: waitsAfterWork)
  }

  mutating func give(_ input: MemberInput) {
    let outcome = member.handle(input, nowMs: nowMs)
    open += outcome.sends
    notes += outcome.notes
    wakeAtMs = outcome.wakeAtMs
    isWaiting = outcome.isWaiting
    expectSameTimers(outcome.dueTimes)
    if let wakeAtMs { #expect(wakeAtMs > nowMs, "would wake without end after \(input)") }
  }

  /// What an outcome says of the timers is what the member says.
  private func expectSameTimers(_ told: DueTimes) {
    func dueMs(_ kind: ClientDeadline.Kind) -> Int64? {
      member.deadlines.first { $0.kind == kind }?.dueMs
    }
    #expect(
      told
        == DueTimes(
          heartbeatMs: dueMs(.heartbeat), pollMs: dueMs(.poll), autoCommitMs: dueMs(.autoCommit)))
  }

  /// Lets time pass, waking the member whenever it asked for it.
  mutating func advance(_ ms: Int64) {
    let end = nowMs + ms
    while let due = wakeAtMs, due <= end {
      nowMs = due
      give(.wake)
    }
    nowMs = end
  }

  func waiting(_ api: ApiKey) -> [Outgoing] { open.filter { $0.request.apiKey == api } }

  /// Takes the oldest open request of that kind.
  mutating func take(
    _ api: ApiKey, _ location: SourceLocation = #_sourceLocation
  ) throws -> Outgoing {
    let index = try #require(
      open.firstIndex { $0.request.apiKey == api }, "no \(api) was sent", sourceLocation: location)
    return open.remove(at: index)
  }

  mutating func answer(
    _ response: Response, _ location: SourceLocation = #_sourceLocation
  ) throws {
    let request = try take(response.apiKey, location)
    give(.response(correlationId: request.correlationId, response))
  }

  mutating func lose(_ api: ApiKey) throws {
    give(.failed(correlationId: try take(api).correlationId))
  }

  mutating func takeNotes() -> [MemberNote] {
    defer { notes = [] }
    return notes
  }

  /// Notes other than `doing`.
  mutating func takeFacts() -> [MemberNote] {
    takeNotes().filter {
      if case .doing = $0 { false } else { true }
    }
  }
}

extension JoinGroupRequest {
  var subscription: ConsumerSubscription? {
    protocols.first.flatMap { try? ConsumerSubscription(bytes: $0.metadata) }
  }
}
