import Client
import Feed
import KafkaModel

/// Faults that are drawn apart from all others, so that the courses that seeds had before keep as
/// much of themselves as can be.
struct SwarmExtras: Sendable {
  /// Processes are paused and go on again.
  let hasPauses: Bool
  /// One of the clients' connections is slower than the others, for a time.
  let hasSlowLanes: Bool
  /// Topics grow besides the changes.
  let hasGrowth: Bool
  /// `group.max.size`, where it may be reached; nil = as drawn before.
  let groupMaxSize: Int?
  /// The members' clocks, in the order of their letters; who comes later has the coordinator's.
  let clocks: [ProcessClock]

  init(seed: UInt64, members: Int) {
    var chance = SeededGenerator(seed: seed ^ 0xE57A)
    hasPauses = chance.chance(percent: 60)
    hasSlowLanes = chance.chance(percent: 40)
    hasGrowth = chance.chance(percent: 50)
    groupMaxSize =
      chance.chance(percent: 20) ? Int(chance.int(in: 1...Int64(members) + 1)) : nil
    let isSkewed = chance.chance(percent: 50)
    clocks = (0..<members).map { _ in
      var clock = ProcessClock()
      guard isSkewed else { return clock }
      clock.aheadMs = chance.int(in: 0...100_000_000)
      clock.gainPerMille = chance.int(in: -Self.skewPerMille...Self.skewPerMille)
      return clock
    }
  }

  private static let skewPerMille: Int64 = 30
  private static let slowestMs: Int64 = 1500

  var isQuiet: Bool { !hasPauses && !hasSlowLanes && !hasGrowth }

  /// What a bound that is counted by the slowest clock is longer by.
  func slackMs(of boundMs: Int64) -> Int64 {
    let most = clocks.map { max(0, -$0.gainPerMille) }.max() ?? 0
    return boundMs * most / (1000 - most)
  }

  /// Does one of them, which one is chance.
  func strike(
    _ world: inout World, _ chance: inout SeededGenerator, growing topics: [TopicName],
    into events: inout [TimedEvent]
  ) {
    let slot = MemberSlot(Int(chance.int(in: 0...Int64(world.seats.count - 1))))
    switch chance.int(in: 0...99) {
    case 0..<40 where hasPauses: world.pause(slot, into: &events)
    case 40..<70 where hasPauses: world.resume(slot, into: &events)
    case 70..<85 where hasSlowLanes:
      let lane = Lane.allCases[Int(chance.int(in: 0...Int64(Lane.allCases.count - 1)))]
      world.faults[lane] =
        chance.chance(percent: 60) ? chance.int(in: 0...Self.slowestMs) : 0
    case 85... where hasGrowth && !topics.isEmpty:
      let topic = topics[Int(chance.int(in: 0...Int64(topics.count - 1)))]
      world.perform(.addPartitions(topic), into: &events)
    default: break
    }
  }
}
