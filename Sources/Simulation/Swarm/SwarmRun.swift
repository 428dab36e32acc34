import Feed
import KafkaModel

/// One seed played to its end under faults, every step looked at.
public struct SwarmRun: Sendable {
  public let seed: UInt64
  public private(set) var fingerprint = Fingerprint()
  public private(set) var events: Int64 = 0
  public private(set) var generation = Generation.none
  public private(set) var overlaps = 0
  public private(set) var violations: [Violation] = []

  /// Plays `lengthMs` of virtual time; faults stop when there is just enough left to settle in.
  public init(seed: UInt64, lengthMs: Int64) {
    self.init(seed: seed, lengthMs: lengthMs, plant: nil)
  }

  init(seed: UInt64, lengthMs: Int64, plant: Plant?) {
    self.seed = seed
    let drawn = SwarmScenario(seed: seed)
    var chance = SeededGenerator(seed: seed ^ 0xFA17)
    var scratch: [TimedEvent] = []
    var world = World(scenario: drawn.scenario, seed: seed, into: &scratch)
    world.plant = plant
    world.faults = drawn.faults
    var checker = InvariantChecker(world)
    let boundMs = drawn.boundMs
    let calmMs = max(0, lengthMs - boundMs - 10_000)
    var faultMs = chance.int(in: 0...drawn.pauseMs)
    var isCalm = false
    while true {
      let nextMs = world.nextEventMs ?? .max
      scratch.removeAll(keepingCapacity: true)
      if faultMs < calmMs, faultMs <= nextMs {
        world.advance(toMs: faultMs)
        world.perform(drawn.command(&chance, world), into: &scratch)
        faultMs += chance.int(in: 1...drawn.pauseMs * 2)
      } else if !isCalm, nextMs >= calmMs {
        world.advance(toMs: max(calmMs, world.nowMs))
        world.calm(into: &scratch)
        isCalm = true
      } else if nextMs <= lengthMs {
        world.step(into: &scratch, notAfterMs: nextMs)
      } else {
        break
      }
      take(scratch)
      checker.check(scratch, world)
    }
    events = world.eventCount
    generation = world.coordinator.group(drawn.scenario.groupId)?.generation ?? .none
    checker.finish(world, calmMs: calmMs, boundMs: boundMs)
    overlaps = checker.overlaps
    violations = checker.violations
  }

  private mutating func take(_ happened: [TimedEvent]) {
    for timed in happened { fingerprint.add(RecordingLine.text(of: timed)) }
  }
}
