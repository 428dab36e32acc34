import Feed
import KafkaModel

/// What becomes of a seed, one step after the other.
struct SwarmCourse: Sendable {
  let drawn: SwarmScenario
  /// When faults stop.
  let calmMs: Int64
  private(set) var world: World
  /// From when on nothing is open any more of what was open when faults stopped.
  var endsMs: Int64 { calmMs + drawn.transactionBoundMs }
  /// What the last step emitted; at first what there is.
  var scratch: [TimedEvent] = []
  /// The command that the last step was; nil for a step of the world or another fault.
  private(set) var command: Command?
  private(set) var isAtStart = true
  /// The last step was the end of all faults.
  private(set) var hasJustCalmed = false
  private let lengthMs: Int64
  private var chance: SeededGenerator
  private var extraChance: SeededGenerator
  private var transactionChance: SeededGenerator
  private var commandMs: Int64
  private var extraMs: Int64
  private var transactionMs: Int64
  private var supervisor = SwarmSupervisor()
  private var isCalm = false
  /// How far the course has gone on to read what is left.
  private var untilMs: Int64

  init(seed: UInt64, lengthMs: Int64, plant: Plant?) {
    drawn = SwarmScenario(seed: seed)
    self.lengthMs = lengthMs
    untilMs = lengthMs
    calmMs = max(0, lengthMs - drawn.calmBoundMs - 10_000)
    chance = SeededGenerator(seed: seed ^ 0xFA17)
    extraChance = SeededGenerator(seed: seed ^ 0xE57A17)
    transactionChance = SeededGenerator(seed: seed ^ 0x7AC517)
    world = World(scenario: drawn.scenario, seed: seed, into: &scratch)
    world.plant = plant
    world.faults = drawn.faults
    for (index, clock) in drawn.extras.clocks.enumerated() { world.seats[index].clock = clock }
    commandMs = chance.int(in: 0...drawn.pauseMs)
    extraMs = drawn.extras.isQuiet ? .max : extraChance.int(in: 0...drawn.pauseMs)
    transactionMs =
      drawn.transactions.isQuiet ? .max : transactionChance.int(in: 0...drawn.pauseMs)
  }

  /// Makes the next step.
  ///
  /// - Parameter isMissing: whether records are still to be read, so that the course goes on.
  /// - Returns: false at its end, and nothing has happened.
  mutating func next(whileMissing isMissing: (World) -> Bool) -> Bool {
    supervisor.look(at: scratch, world)
    scratch.removeAll(keepingCapacity: true)
    command = nil
    isAtStart = false
    hasJustCalmed = false
    let nextMs = world.nextEventMs ?? .max
    let faultMs = min(commandMs, extraMs, transactionMs)
    let otherMs = isCalm ? nextMs : min(nextMs, faultMs, calmMs)
    if let dueMs = supervisor.dueMs, dueMs <= otherMs {
      world.advance(toMs: max(dueMs, world.nowMs))
      restart()
    } else if faultMs < calmMs, faultMs <= nextMs {
      world.advance(toMs: max(faultMs, world.nowMs))
      strike()
    } else if !isCalm, nextMs >= calmMs {
      world.advance(toMs: max(calmMs, world.nowMs))
      world.calm(into: &scratch)
      isCalm = true
      hasJustCalmed = true
    } else {
      while nextMs > untilMs {
        guard nextMs < .max, untilMs < lengthMs + overtimeLimitMs, isMissing(world) else {
          return false
        }
        untilMs += Self.overtimeMs
      }
      world.step(into: &scratch, notAfterMs: nextMs)
    }
    return true
  }

  private mutating func strike() {
    if transactionMs < min(commandMs, extraMs) {
      command = drawn.transactions.strike(&world, &transactionChance, into: &scratch)
      transactionMs += transactionChance.int(in: 1...drawn.pauseMs)
    } else if commandMs <= extraMs {
      let chosen = drawn.command(&chance, world)
      command = chosen
      world.perform(chosen, into: &scratch)
      commandMs += chance.int(in: 1...drawn.pauseMs * 2)
    } else {
      drawn.extras.strike(&world, &extraChance, growing: drawn.growing, into: &scratch)
      extraMs += extraChance.int(in: 1...drawn.pauseMs * 2)
    }
  }

  private mutating func restart() {
    guard let slot = supervisor.next() else { return }
    command = .restart(slot)
    world.perform(.restart(slot), into: &scratch)
  }

  private static let overtimeMs: Int64 = 1000
  /// A planted bug may keep records from being read for ever; that is found out soon.
  private var overtimeLimitMs: Int64 { world.plant == nil ? 3_600_000 : 60_000 }
}
