import Feed
import KafkaModel
import Lessons
import Simulation
import TestSupport
import Testing

/// Whatever is done to a lesson, in whatever order: the past can be gone through again, and leads
/// to the same present.
@Suite struct WanderTests {
  @Test func `after any keys the start and the same present are still there`() {
    for lesson in Lessons.catalogue {
      withEverySeed(2) { seed in
        var chance = SeededGenerator(seed: seed)
        var source = SimulationSource(scenario: lesson.scenario, seed: seed)
        for _ in 0..<24 { Self.act(&source, &chance) }
        // To where nothing has been played yet, then all again.
        let endMs = (source.steps.last?.timeMs ?? source.nowMs) + 60_000
        _ = source.travel(.time(endMs))
        let essence = Self.essence(source)
        _ = source.travel(.start)
        _ = source.travel(.time(endMs))
        #expect(Self.essence(source) == essence, "\(lesson.number), seed \(seed)")
      }
    }
  }

  private static func act(_ source: inout SimulationSource, _ chance: inout SeededGenerator) {
    let slot = MemberSlot(Int(chance.int(in: 0...2)))
    switch chance.int(in: 0...18) {
    case 0: _ = source.perform(.kill(slot))
    case 1: _ = source.perform(.close(slot))
    case 2, 3: _ = source.perform(.restart(slot))
    case 4: _ = source.perform(.cutNetwork(slot))
    case 5: _ = source.perform(.healNetwork(slot))
    case 6: _ = source.perform(.changeAssignor([chance.chance(percent: 50) ? "sticky" : "range"]))
    case 7: _ = source.perform(.changeMembership(isStatic: chance.chance(percent: 50)))
    case 8: _ = source.perform(.addPartitions(source.scenario.topics[0].name))
    case 9: _ = source.perform(.stopPolling(slot))
    case 10: _ = source.perform(.resumePolling(slot))
    case 11: _ = source.travel(.previousStep)
    case 12: _ = source.travel(.start)
    case 13, 14: _ = source.travel(.nextStep)
    default: source.play(toMs: source.nowMs + chance.int(in: 0...9000))
    }
  }

  private static func essence(_ source: SimulationSource) -> String {
    let picture = source.picture
    return
      ([
        "\(source.nowMs)", "\(String(describing: picture.state))",
        "\(String(describing: picture.generation))", "\(String(describing: picture.rebalance))",
      ] + picture.members.map { "\($0)" } + picture.partitions.map { "\($0)" })
      .joined(separator: "\n")
  }

  /// Two steps in one moment: going back to the first shows nothing of the second.
  @Test func `a step back shows no marks of steps not yet taken`() throws {
    for lesson in Lessons.catalogue {
      var source = SimulationSource(scenario: lesson.scenario, seed: lesson.seed)
      var seen: [String] = [Self.marks(source)]
      while source.step < source.scriptSteps ?? 0, source.travel(.nextStep) {
        seen.append(Self.marks(source))
      }
      for expected in seen.dropLast().reversed() {
        _ = source.travel(.previousStep)
        #expect(Self.marks(source) == expected, "\(lesson.number), step \(source.step)")
      }
    }
  }

  @Test func `a key at the start leaves no mark there`() throws {
    let lesson = try #require(Lessons.find("6-6"))
    var source = SimulationSource(scenario: lesson.scenario, seed: 1)
    let before = Self.marks(source)
    #expect(source.perform(.kill(MemberSlot(0))) == .done)
    #expect(Self.marks(source) != before)
    _ = source.travel(.start)
    #expect(Self.marks(source) == before)
  }

  private static func marks(_ source: SimulationSource) -> String {
    let now = source.nowMs
    let timeline = source.timeline
    let phases = timeline.phases.filter { $0.fromMs <= now }.map { "\($0.fromMs) \($0.state)" }
    let lanes = timeline.lanes.map { lane in
      lane.filter { $0.fromMs <= now }.map { "\($0.fromMs) \($0.style)" }
    }
    // A member that has none yet may have an empty list, or no list.
    let marks = timeline.marks.map { list in
      list.filter { $0.atMs <= now }.map { "\($0.atMs) \($0.kind)" }
    }
    let ribbons = timeline.ribbons.map { ribbon in
      ribbon.filter { $0.fromMs <= now }.map { "\($0.fromMs) \($0.status)" }
    }
    // Whose list is empty, and whose there is none of, look the same.
    let some = marks.enumerated().filter { !$0.element.isEmpty }
      .map { "\($0.offset) \($0.element)" }
    return "\(phases)\n\(lanes)\n\(some)\n\(ribbons)"
  }
}
