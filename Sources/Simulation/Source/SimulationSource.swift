import Feed
import KafkaModel

/// The simulation as a feed: plays, steps, goes back, and forks when the past is changed.
///
/// A tick is one world event or one command. Going back takes the nearest keyframe and plays the
/// ticks again; what the score needs of the future stays in the timeline.
public struct SimulationSource: Source {
  public let scenario: Scenario
  public let seed: UInt64
  public internal(set) var nowMs: Int64
  public internal(set) var picture = GroupPicture()
  /// All that has been played; what is later than now is for those who go back.
  var recorded = Timeline()
  /// After a step back: without what came later in the same moment.
  var past: (tick: Int64, timeline: Timeline)?
  var world: World
  /// Ticks played up to now, and up to the furthest point reached.
  var tick: Int64 = 0
  var furthest: Int64 = 0
  var inputs: [Input] = []
  var keyframes: [Keyframe] = []
  public internal(set) var steps: [Step] = []
  /// Events for the log pane, oldest first, with their ticks.
  var logged: [(tick: Int64, event: TimedEvent)] = []
  /// Messages and written records, up to the furthest point reached.
  var trafficLog = TrafficLog()
  /// Steps of the whole script, if nobody interferes.
  public internal(set) var scriptSteps: Int?
  /// Changes the names in all that the world tells; what the world does is not touched.
  public internal(set) var anonymizer: Anonymizer?
  var scratch: [TimedEvent] = []

  /// A command and the tick it became.
  struct Input: Hashable, Sendable {
    var tick: Int64
    var timeMs: Int64
    var command: Command
  }

  /// The end of a step: after which tick, and when.
  public struct Step: Hashable, Sendable {
    public var tick: Int64
    public var timeMs: Int64
    public var beat: Int?
    /// Up to which entry of the timeline.
    var order: Int32
  }

  public var timeline: Timeline {
    if let past, past.tick == tick { return past.timeline }
    return recorded
  }

  /// Starts where the lesson does: the group is Stable and every partition read, if that comes
  /// within a minute; settings can be such that it never comes.
  ///
  /// - Parameter anonymizer: changes the names in all that is told; nil leaves them.
  public init(scenario: Scenario, seed: UInt64, anonymizer: Anonymizer? = nil) {
    self.scenario = scenario
    self.seed = seed
    self.anonymizer = anonymizer
    nowMs = 0
    world = World(scenario: scenario, seed: seed, into: &scratch)
    takeIn(andLog: true)
    keep()
    while world.startMs == nil, tick < Self.startLimitTicks,
      let next = world.nextEventMs, next < Self.startLimitMs
    {
      playOne(notAfterMs: Self.startLimitMs)
    }
    // Where nobody is there yet, logs that begin a little later are announced already.
    nowMs = max(world.nowMs, picture.timeMs)
    picture.advance(toMs: nowMs)
    // The score begins with the lesson: how the group came together is another story.
    recorded.forget(beforeMs: nowMs)
    picture.forgetRebalance()
    steps = [
      Step(
        tick: tick, timeMs: nowMs, beat: picture.beat, order: recorded.order)
    ]
    keyframes.removeAll()
    keep()
    countScriptSteps()
  }

  private static let startLimitMs: Int64 = 60_000
  private static let startLimitTicks: Int64 = 100_000

  public var capabilities: Capabilities {
    Capabilities(
      kind: .simulation, canTravel: true, canAct: true, canRegroup: true, seesCoordinator: true)
  }

  public var nextEventMs: Int64? {
    let input = nextInput?.timeMs
    guard let world = world.nextEventMs else { return input }
    return min(world, input ?? world)
  }

  /// The script is over, and no key has changed it.
  public var isOver: Bool { world.isOver }

  /// Which step the present belongs to: the last one that ended at or before now.
  public var step: Int { max(0, steps.lastIndex { $0.tick <= tick } ?? 0) }

  /// What the log pane shows: all that has happened up to now.
  public func log(last count: Int) -> [TimedEvent] {
    let end = logged.firstIndex { $0.tick > tick } ?? logged.count
    return logged[max(0, end - count)..<end].map(\.event)
  }

  @discardableResult
  public mutating func drain(toMs: Int64) -> [TimedEvent] {
    var happened: [TimedEvent] = []
    while let next = nextEventMs, next <= toMs {
      playOne(notAfterMs: toMs)
      happened.append(contentsOf: scratch)
    }
    rest(atMs: toMs)
    return happened
  }

  public mutating func perform(_ command: Command) -> CommandAnswer {
    forkIfInThePast()
    world.settle(toMs: max(nowMs, world.nowMs))
    scratch.removeAll(keepingCapacity: true)
    let command = anonymizer?.restored(command) ?? command
    let answer = world.perform(command, into: &scratch)
    guard answer == .done else { return answer }
    scriptSteps = nil
    inputs.append(Input(tick: tick, timeMs: nowMs, command: command))
    finishTick()
    keep()
    return answer
  }
}

extension SimulationSource {
  var nextInput: Input? {
    // Inputs are few, and those still to come are the last ones.
    guard let last = inputs.last, last.tick >= tick else { return nil }
    return inputs.first { $0.tick >= tick }
  }

  /// Plays the next tick, whichever it is, if it comes up to `limitMs`.
  mutating func playOne(notAfterMs limitMs: Int64 = .max) {
    scratch.removeAll(keepingCapacity: true)
    if let input = nextInput, input.tick == tick {
      world.settle(toMs: max(input.timeMs, world.nowMs))
      world.perform(input.command, into: &scratch)
    } else {
      guard world.step(into: &scratch, notAfterMs: limitMs) else { return }
    }
    nowMs = max(nowMs, world.nowMs)
    finishTick()
    if tick % Self.keyframeTicks == 0 { keep() }
  }

  static let keyframeTicks: Int64 = 4096

  mutating func finishTick() {
    tick += 1
    let isNew = tick > furthest
    recorded.isRecording = isNew
    takeIn(andLog: isNew)
    if isNew {
      furthest = tick
      recordStep()
    }
  }

  private mutating func takeIn(andLog isNew: Bool) {
    if anonymizer != nil { anonymizer?.rewrite(&scratch) }
    for event in scratch {
      picture.apply(event, into: &recorded)
      guard isNew else { continue }
      if event.event.isLogged { logged.append((tick, event)) }
      trafficLog.add(event, at: tick)
    }
  }

  private mutating func recordStep() {
    let isStep = scratch.contains { $0.event.isStep }
    if isStep, !steps.isEmpty {
      steps.append(
        Step(
          tick: tick, timeMs: nowMs, beat: picture.beat, order: recorded.order))
    }
  }

  mutating func rest(atMs: Int64) {
    nowMs = max(nowMs, atMs)
    picture.advance(toMs: nowMs)
  }
}

extension SimulationSource {
  /// Delivered messages and fired timers since the world began.
  public var eventCount: Int64 { world.eventCount }

  /// Goes on to `toMs` like `drain`, for those who only look at the picture afterwards.
  public mutating func play(toMs: Int64) {
    while let next = nextEventMs, next <= toMs { playOne(notAfterMs: toMs) }
    rest(atMs: toMs)
  }
}
