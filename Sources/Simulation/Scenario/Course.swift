import Feed

/// A lesson's own course: when it starts, what its script does next, which beat begins, and when
/// it is over. Fed with what happens, whoever reports it: the simulated world or a real cluster.
public struct Course: Sendable {
  private var prologue: Score
  private var script: Score
  private let beats: [Beat]
  private let restMs: Int64
  private let opening: Scenario.Opening
  /// Who must be a member before anything starts, and is none yet.
  private var awaited: [MemberSlot]
  private var progress = ReadProgress()
  private var commits = CommitProgress()
  private var beat = -1
  /// When all members were stopped, so that everything begins anew once they are back.
  private var restartedMs: Int64?

  /// `awaiting`: members without whom the lesson does not start, for brokers that may be Stable
  /// before all are there.
  public init(_ scenario: Scenario, awaiting: [MemberSlot] = []) {
    prologue = Score(scenario.prologue)
    script = Score(scenario.script)
    beats = scenario.beats
    restMs = scenario.restMs
    opening = scenario.opening
    awaited = awaiting
  }

  /// When the lesson began: Stable, and every partition read, for the first time or for the first
  /// time after the prologue; or before anybody was there (`Scenario.Opening`).
  public var startMs: Int64? { script.startMs }

  /// When the lesson will be over if nothing else happens: the script has been played, what it did
  /// is over and the group has rested. Nil while that is not known.
  public var endMs: Int64? {
    guard let lastMs = script.doneMs, let settledMs = progress.settledSinceMs,
      // Under another assignor a beat may never come: nobody stops reading, say.
      script.isEmpty || settledMs > lastMs || isAtLastBeat(settledMs)
    else { return nil }
    return max(settledMs, lastMs) + restMs
  }

  /// Where there are no beats, producers go on without the group's being disturbed.
  private func isAtLastBeat(_ settledMs: Int64) -> Bool {
    beats.isEmpty ? settledMs > script.disturbedMs : beat == beats.count - 1
  }

  /// When the next entry of prologue or script is due; nil where none is yet, or any more.
  public var nextDueMs: Int64? { startMs == nil ? prologue.nextDueMs : script.nextDueMs }

  /// When all entries are due of what has just begun, in order.
  var dueTimesMs: [Int64] { startMs == nil ? prologue.dueTimesMs : script.dueTimesMs }

  /// The next command, which is done now.
  public mutating func takeCommand(nowMs: Int64) -> Command? {
    startMs == nil ? prologue.takeCommand(nowMs: nowMs) : script.takeCommand(nowMs: nowMs)
  }

  /// Looks at what has just happened, which is `events` from `before` on, and puts the beats that
  /// begin with it behind.
  ///
  /// - Returns: whether prologue or script begins with it.
  @discardableResult
  public mutating func follow(
    _ events: inout [TimedEvent], from before: Int, nowMs: Int64
  ) -> Bool {
    let after = events.count
    for i in before..<after {
      progress.take(events[i])
      commits.take(events[i])
    }
    if !awaited.isEmpty { welcome(events[before..<after]) }
    let begins = startMs == nil && beginIfDue(&events, nowMs)
    guard startMs != nil, beat + 1 < beats.count else { return begins }
    for i in before..<after {
      guard beat + 1 < beats.count else { return begins }
      if beats[beat + 1].trigger.isReached(by: events[i].event) { nextBeat(&events, nowMs) }
    }
    if beat + 1 < beats.count, after > before, isMet(beats[beat + 1].trigger, nowMs) {
      nextBeat(&events, nowMs)
    }
    return begins
  }

  /// Prologue, script and beats begin anew, when the group has settled again.
  public mutating func restart(_ nowMs: Int64) {
    prologue.restart()
    script.restart()
    beat = -1
    restartedMs = nowMs
  }

  private mutating func beginIfDue(_ events: inout [TimedEvent], _ nowMs: Int64) -> Bool {
    switch opening {
    case .settled: return beginIfSettled(&events, nowMs)
    case .nobody:
      guard progress.isEmpty else { return false }
      begin(&events, nowMs)
      return true
    }
  }

  private mutating func begin(_ events: inout [TimedEvent], _ nowMs: Int64) {
    script.begin(nowMs)
    if beats.first?.trigger == .start { nextBeat(&events, nowMs) }
  }

  private mutating func beginIfSettled(_ events: inout [TimedEvent], _ nowMs: Int64) -> Bool {
    guard let settledMs = progress.settledSinceMs, awaited.isEmpty,
      restartedMs.map({ settledMs > $0 }) ?? true
    else { return false }
    if prologue.isEmpty || prologue.doneMs.map({ settledMs > $0 }) ?? false {
      begin(&events, nowMs)
      return true
    }
    guard prologue.startMs == nil else { return false }
    prologue.begin(nowMs)
    return true
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

  /// Triggers that are states rather than events.
  private func isMet(_ trigger: Beat.Trigger, _ nowMs: Int64) -> Bool {
    switch trigger {
    case .caughtUp: commits.isCaughtUp(nowMs)
    case .settled: progress.settledSinceMs != nil
    case .nobodyReads: progress.isNobodyReading
    default: false
    }
  }
}

extension Beat.Trigger {
  /// Whether this event alone begins the beat.
  fileprivate func isReached(by event: FeedEvent) -> Bool {
    switch (self, event) {
    case (.process(let slot, let change), .process(let other, let happened)):
      slot == other && change == happened
    case (.added(let slot), .memberAdded(let other, _)): slot == other
    case (.removed(let slot), .memberRemoved(let other, _, _)): slot == other
    case (.pollMissed(let slot), .pollMissed(let other)): slot == other
    case (.failed(let slot), .failed(let other, _, _)): slot == other
    case (.strategy(let names), .group(let facts)): facts.assignors == names
    case (.transaction(let moment), .transaction(let happened)): moment.isReached(by: happened)
    case (.revoked(let slot), .revoked(let other, let list)): slot == other && !list.isEmpty
    case (.state(let state), .groupState(let entered, _, _)): state == entered
    case (.reads(let slot), .readingStarted(let other, _, _)): slot == other
    case (.produced, .produced): true
    case (.sent(let api), .message(_, let message)):
      message.way == .request && message.api == api
    case (.answered(let api, let error), .message(_, let message)):
      message.way == .response && message.api == api && message.error == error
    default: false
    }
  }
}
