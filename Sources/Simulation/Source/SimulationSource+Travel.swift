import Feed
import KafkaModel

extension SimulationSource {
  public mutating func travel(_ travel: Travel) -> Bool {
    switch travel {
    case .nextStep: return nextStep()
    case .previousStep: return previousStep()
    case .start: go(toTick: steps[0].tick, timeMs: steps[0].timeMs)
    case .step(let number): return go(toStep: number)
    case .time(let ms): seek(toMs: max(ms, steps[0].timeMs))
    }
    return true
  }

  /// Goes to the end of the next step; false, and nothing has moved, if none comes in sight.
  private mutating func nextStep() -> Bool {
    if let wanted = steps.firstIndex(where: { $0.tick > tick }) {
      go(toTick: steps[wanted].tick, timeMs: steps[wanted].timeMs)
      return true
    }
    var ahead = self
    let known = steps.count
    let limit = (ms: nowMs + Foresight.ms, tick: tick + Self.sightTicks)
    while ahead.steps.count == known, let next = ahead.nextEventMs, next <= limit.ms,
      ahead.tick < limit.tick
    {
      ahead.playOne(notAfterMs: limit.ms)
    }
    guard ahead.steps.count > known else { return false }
    ahead.picture.advance(toMs: ahead.nowMs)
    self = ahead
    return true
  }

  private static let sightTicks: Int64 = 200_000

  private mutating func previousStep() -> Bool {
    guard let wanted = steps.lastIndex(where: { $0.tick < tick || $0.timeMs < nowMs }) else {
      return false
    }
    go(toTick: steps[wanted].tick, timeMs: steps[wanted].timeMs)
    return true
  }

  private mutating func go(toStep number: Int) -> Bool {
    guard number >= 0 else { return false }
    var ahead = self
    while ahead.steps.count <= number {
      // A later step is only found by playing there.
      if let last = ahead.steps.last, ahead.tick < last.tick {
        ahead.go(toTick: last.tick, timeMs: last.timeMs)
      }
      guard ahead.nextStep() else { return false }
    }
    let step = ahead.steps[number]
    ahead.go(toTick: step.tick, timeMs: step.timeMs)
    self = ahead
    return true
  }

  /// The same course from the start to this moment, without any detour: a law says that nothing
  /// in it differs.
  public func playedStraight() -> SimulationSource {
    var straight = SimulationSource(scenario: scenario, seed: seed)
    straight.inputs = inputs.filter { $0.tick < tick }
    if !inputs.isEmpty { straight.scriptSteps = nil }
    straight.go(toTick: tick, timeMs: nowMs)
    return straight
  }

  private mutating func go(toTick wanted: Int64, timeMs: Int64) {
    if wanted < tick || timeMs < nowMs { restore { $0.tick <= wanted } }
    while tick < wanted, nextEventMs != nil { playOne() }
    nowMs = max(world.nowMs, timeMs)
    picture.advance(toMs: nowMs)
    lookBack()
  }

  private mutating func lookBack() {
    past = nil
    guard tick < furthest, let step = steps.last(where: { $0.tick <= tick }), step.tick == tick
    else { return }
    past = (tick, recorded.seen(upTo: step.order))
  }

  private mutating func seek(toMs: Int64) {
    if toMs < nowMs { restore { $0.timeMs <= toMs } }
    drain(toMs: toMs)
  }

  private mutating func restore(_ fits: (Keyframe) -> Bool) {
    guard let frame = keyframes.last(where: fits) else { return }
    world = frame.world
    picture = frame.picture
    tick = frame.tick
    nowMs = frame.timeMs
  }

  /// Cuts off what has been played beyond the present, commands included.
  ///
  /// - Returns: how many commands; nil, and nothing has changed, where nothing is beyond.
  public mutating func fork() -> Int? {
    guard tick < furthest else { return nil }
    let later = inputs.count { $0.tick >= tick }
    // Without a command the same course comes again.
    let steps = later == 0 ? scriptSteps : nil
    forkIfInThePast()
    scriptSteps = steps
    return later
  }

  /// A command in the past has another future: the old one goes.
  mutating func forkIfInThePast() {
    guard tick < furthest else { return }
    furthest = tick
    if let past, past.tick == tick { recorded = past.timeline }
    past = nil
    inputs.removeAll { $0.tick >= tick }
    steps.removeAll { $0.tick > tick }
    keyframes.removeAll { $0.tick > tick }
    logged.removeAll { $0.tick > tick }
    trafficLog.truncate(after: tick)
    recorded.truncate(afterMs: nowMs)
    recorded.isRecording = true
    scriptSteps = nil
  }

  /// Plays the script once to its end, so that "step 4 of 23" can be said.
  mutating func countScriptSteps() {
    guard !scenario.script.isEmpty || !scenario.beats.isEmpty else { return }
    var ahead = self
    let limitMs = nowMs + 3_600_000
    while !ahead.isOver, let next = ahead.nextEventMs, next <= limitMs { ahead.playOne() }
    scriptSteps = ahead.isOver ? ahead.steps.count - 1 : nil
  }
}
