import Feed
import KafkaModel
import TestSupport
import Testing

@testable import Simulation

/// Any way through time ends where straight play ends.
struct TravelTests {
  private static func source(seed: UInt64) -> SimulationSource {
    let drawn = SwarmScenario(seed: seed)
    return SimulationSource(scenario: drawn.scenario, seed: seed)
  }

  @Test func `stepping back and forth ends where straight play ends`() {
    withEverySeed(6) { seed in
      var chance = SeededGenerator(seed: seed)
      let endMs: Int64 = 60_000
      var straight = Self.source(seed: seed)
      var wandering = straight
      straight.play(toMs: straight.nowMs + endMs)
      let start = wandering.nowMs
      for _ in 0..<12 {
        switch chance.int(in: 0...4) {
        case 0: _ = wandering.travel(.nextStep)
        case 1: _ = wandering.travel(.previousStep)
        case 2: _ = wandering.travel(.start)
        case 3: _ = wandering.travel(.time(start + chance.int(in: 0...endMs)))
        default:
          wandering.play(toMs: min(wandering.nowMs + chance.int(in: 0...9000), start + endMs))
        }
      }
      _ = wandering.travel(.time(start + endMs))
      #expect(Self.essence(wandering) == Self.essence(straight), "seed \(seed)")
    }
  }

  @Test func `a command in the past makes another future, the same as on the straight way`() {
    withEverySeed(5) { seed in
      var straight = Self.source(seed: seed)
      let at = straight.nowMs + 20_000
      var forked = straight
      straight.play(toMs: at)
      let answer = straight.perform(.kill(MemberSlot(0)))
      straight.play(toMs: at + 60_000)
      forked.play(toMs: at + 90_000)
      _ = forked.travel(.time(at))
      #expect(forked.perform(.kill(MemberSlot(0))) == answer)
      forked.play(toMs: at + 60_000)
      #expect(Self.essence(forked) == Self.essence(straight), "seed \(seed)")
    }
  }

  @Test func `going back over a command and forward again does it again`() {
    var source = Self.source(seed: 3)
    let start = source.nowMs
    source.play(toMs: start + 10_000)
    _ = source.perform(.add)
    source.play(toMs: start + 60_000)
    let essence = Self.essence(source)
    _ = source.travel(.start)
    #expect(source.picture.members.count < 8)
    _ = source.travel(.time(start + 60_000))
    #expect(Self.essence(source) == essence)
  }

  /// What is done to the group as a whole is an input like a key on a member.
  @Test(arguments: [
    Command.addPartitions("topic-1"), .changeAssignor(["sticky"]),
    .changeMembership(isStatic: true), .moveCoordinator, .subscribe(MemberSlot(0), []),
  ])
  func `going back over a change of the group makes it again`(command: Command) {
    withEverySeed(4) { seed in
      var straight = Self.source(seed: seed)
      let start = straight.nowMs
      straight.play(toMs: start + 10_000)
      let answer = straight.perform(command)
      straight.play(toMs: start + 120_000)
      let essence = Self.essence(straight)
      _ = straight.travel(.start)
      _ = straight.travel(.time(start + 120_000))
      #expect(Self.essence(straight) == essence, "seed \(seed)")
      var forked = Self.source(seed: seed)
      forked.play(toMs: start + 50_000)
      _ = forked.travel(.time(start + 10_000))
      #expect(forked.perform(command) == answer)
      forked.play(toMs: start + 120_000)
      #expect(Self.essence(forked) == essence, "seed \(seed)")
    }
  }

  @Test func `a step back shows the same picture as before`() {
    var source = Self.source(seed: 5)
    var seen: [String] = []
    for _ in 0..<20 {
      _ = source.travel(.nextStep)
      seen.append(Self.essence(source))
    }
    for expected in seen.dropLast().reversed() {
      _ = source.travel(.previousStep)
      #expect(Self.essence(source) == expected)
    }
  }

  /// All that a screen could show of the present.
  private static func essence(_ source: SimulationSource) -> String {
    let picture = source.picture
    var parts = ["\(source.nowMs)", "\(String(describing: picture.state))"]
    parts.append("\(String(describing: picture.generation))")
    parts += picture.members.map { "\($0)" }
    parts += picture.partitions.map { "\($0)" }
    parts.append("\(String(describing: picture.rebalance))")
    return parts.joined(separator: "\n")
  }
}
