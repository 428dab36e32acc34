import Feed
import KafkaModel

/// The scenario's own course: start, script, beats, end.
extension World {
  /// True when the script has been played, all beats have come and the group has rested
  /// for `restMs` since.
  public var isOver: Bool { endMs.map { nowMs >= $0 } ?? false }

  /// When the run will be over if nothing else happens; nil while that is not known.
  public var endMs: Int64? {
    guard startMs != nil, scriptDone == scenario.script.count,
      beat == scenario.beats.count - 1, let settled = progress.settledSinceMs
    else { return nil }
    return max(settled, lastScriptMs) + scenario.restMs
  }

  mutating func play(_ number: Int, into events: inout [TimedEvent]) {
    scriptDone += 1
    lastScriptMs = nowMs
    perform(scenario.script[number].command, into: &events)
  }

  /// Looks at what has just been emitted.
  mutating func follow(from before: Int, into events: inout [TimedEvent]) {
    let after = events.count
    for i in before..<after { progress.take(events[i], logs) }
    if startMs == nil { beginIfSettled(into: &events) }
    guard startMs != nil, beat + 1 < scenario.beats.count else { return }
    for i in before..<after {
      guard beat + 1 < scenario.beats.count else { return }
      if reaches(scenario.beats[beat + 1].trigger, events[i].event) { nextBeat(&events) }
    }
    if beat + 1 < scenario.beats.count, after > before, isMet(scenario.beats[beat + 1].trigger) {
      nextBeat(&events)
    }
  }

  /// Triggers that are states rather than events.
  private func isMet(_ trigger: Beat.Trigger) -> Bool {
    switch trigger {
    case .settled: progress.settledSinceMs != nil
    case .nobodyReads: progress.isNobodyReading
    default: false
    }
  }

  private mutating func beginIfSettled(into events: inout [TimedEvent]) {
    guard let settledMs = progress.settledSinceMs else { return }
    if scenario.prologue.isEmpty || lastPrologueMs.map({ settledMs > $0 }) ?? false {
      begin(into: &events)
    } else if !hasPrologueBegun {
      hasPrologueBegun = true
      for (number, entry) in scenario.prologue.enumerated() {
        queue.put(.prologue(number), atMs: nowMs + entry.afterStartMs)
      }
    }
  }

  mutating func playPrologue(_ number: Int, into events: inout [TimedEvent]) {
    if number == scenario.prologue.count - 1 { lastPrologueMs = nowMs }
    perform(scenario.prologue[number].command, into: &events)
  }

  private mutating func begin(into events: inout [TimedEvent]) {
    startMs = nowMs
    lastScriptMs = nowMs
    for (number, entry) in scenario.script.enumerated() {
      queue.put(.script(number), atMs: nowMs + entry.afterStartMs)
    }
    if scenario.beats.first?.trigger == .start { nextBeat(&events) }
  }

  private mutating func nextBeat(_ events: inout [TimedEvent]) {
    beat += 1
    emit(.beat(beat), &events)
  }

  private func reaches(_ trigger: Beat.Trigger, _ event: FeedEvent) -> Bool {
    switch (trigger, event) {
    case (.process(let slot, let change), .process(let other, let happened)):
      slot == other && change == happened
    case (.removed(let slot), .memberRemoved(let other, _, _)): slot == other
    case (.revoked(let slot), .revoked(let other, let list)): slot == other && !list.isEmpty
    case (.state(let state), .groupState(let entered, _, _)): state == entered
    default: false
    }
  }
}
