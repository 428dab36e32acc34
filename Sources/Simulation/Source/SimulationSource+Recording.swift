import Feed

extension SimulationSource {
  /// All that was played, up to the furthest point reached, as the lines of a recording tell it.
  ///
  /// Seed and commands name the whole course, so it is played once more instead of being kept.
  public func record(_ take: (RecordingEntry) -> Void) {
    guard var anonymizer else { return recordAsItWas(take) }
    recordAsItWas { take(anonymizer.rewrite($0)) }
  }

  private func recordAsItWas(_ take: (RecordingEntry) -> Void) {
    var events: [TimedEvent] = []
    var world = World(scenario: scenario, seed: seed, into: &events)
    var later = LaterNews(&events, nowMs: world.nowMs)
    var waiting = inputs[...]
    for played in 0...furthest {
      var command: Command?
      if played > 0 {
        events.removeAll(keepingCapacity: true)
        command = waiting.first?.tick == played - 1 ? waiting.first?.command : nil
        if let input = waiting.first, command != nil {
          waiting.removeFirst()
          world.settle(toMs: max(input.timeMs, world.nowMs))
          world.perform(input.command, into: &events)
        } else {
          world.step(into: &events)
        }
      }
      later.take(upToMs: world.nowMs) { take(.event($0)) }
      if let command { take(.command(timeMs: world.nowMs, command)) }
      for event in events { take(.event(event)) }
      guard played == steps[0].tick else { continue }
      later.take(upToMs: steps[0].timeMs) { take(.event($0)) }
      take(.start(timeMs: steps[0].timeMs))
    }
    take(.end(timeMs: max(nowMs, world.nowMs)))
  }
}
