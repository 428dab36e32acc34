import Feed

/// A lesson's own course: when it starts, what its script does next, which beat begins, and when
/// it is over. Fed with what happens, whoever reports it: the simulated world or a real cluster.
public struct Course: Sendable {
  /// In order of time; of what is due at the same time, in the scenario's.
  private let script: [ScriptEntry]
  private let beats: [Beat]
  private let restMs: Int64
  /// Who must be a member before the lesson starts, and is none yet.
  private var awaited: [MemberSlot]
  private var progress = ReadProgress()
  /// When the lesson began: Stable for the first time, and every partition read.
  public private(set) var startMs: Int64?
  /// Entries of the script that have been carried out.
  private var scriptDone = 0
  private var lastScriptMs: Int64 = 0
  private var beat = -1

  /// `awaiting`: members without whom the lesson does not start, for brokers that may be Stable
  /// before all are there.
  public init(_ scenario: Scenario, awaiting: [MemberSlot] = []) {
    script = scenario.script.enumerated()
      .sorted { ($0.element.afterStartMs, $0.offset) < ($1.element.afterStartMs, $1.offset) }
      .map(\.element)
    beats = scenario.beats
    restMs = scenario.restMs
    awaited = awaiting
  }

  /// When the lesson will be over if nothing else happens; nil while that is not known.
  public var endMs: Int64? {
    guard startMs != nil, scriptDone == script.count, let settled = progress.settledSinceMs
    else { return nil }
    return max(settled, lastScriptMs) + restMs
  }

  /// When the script's next entry is due; nil before the start and after the last one.
  public var nextDueMs: Int64? {
    guard let startMs, scriptDone < script.count else { return nil }
    return startMs + script[scriptDone].afterStartMs
  }

  /// When all entries are due, in order; empty before the start.
  var dueTimesMs: [Int64] { startMs.map { start in script.map { start + $0.afterStartMs } } ?? [] }

  /// The script's next command, which is done now.
  public mutating func takeCommand(nowMs: Int64) -> Command? {
    guard startMs != nil, scriptDone < script.count else { return nil }
    scriptDone += 1
    lastScriptMs = nowMs
    return script[scriptDone - 1].command
  }

  /// Looks at what has just happened, which is `events` from `before` on, and puts the beats that
  /// begin with it behind.
  ///
  /// - Returns: whether the lesson has begun with it.
  @discardableResult
  public mutating func follow(
    _ events: inout [TimedEvent], from before: Int, nowMs: Int64
  ) -> Bool {
    let after = events.count
    for i in before..<after { progress.take(events[i]) }
    if !awaited.isEmpty { welcome(events[before..<after]) }
    let begins = startMs == nil && progress.settledSinceMs != nil && awaited.isEmpty
    if begins {
      startMs = nowMs
      lastScriptMs = nowMs
      if beats.first?.trigger == .start { nextBeat(&events, nowMs) }
    }
    guard startMs != nil, beat + 1 < beats.count else { return begins }
    for i in before..<after {
      guard beat + 1 < beats.count else { return begins }
      if beats[beat + 1].trigger.isReached(by: events[i].event) { nextBeat(&events, nowMs) }
    }
    if beat + 1 < beats.count, beats[beat + 1].trigger == .settled, after > before,
      progress.settledSinceMs != nil
    {
      nextBeat(&events, nowMs)
    }
    return begins
  }

  private mutating func welcome(_ events: ArraySlice<TimedEvent>) {
    for timed in events {
      if case .memberAdded(let slot, _) = timed.event { awaited.removeAll { $0 == slot } }
    }
  }

  private mutating func nextBeat(_ events: inout [TimedEvent], _ nowMs: Int64) {
    beat += 1
    events.append(TimedEvent(nowMs, .beat(beat)))
  }
}

extension Beat.Trigger {
  /// Whether this event alone begins the beat.
  fileprivate func isReached(by event: FeedEvent) -> Bool {
    switch (self, event) {
    case (.process(let slot, let change), .process(let other, let happened)):
      slot == other && change == happened
    case (.removed(let slot), .memberRemoved(let other, _, _)): slot == other
    case (.state(let state), .groupState(let entered, _, _)): state == entered
    default: false
    }
  }
}
