import Lessons
import Simulation

/// How many events a second the simulation plays, with its feed, picture and timeline. An event
/// is a delivered message or a fired timer.
enum SimulationBench {
  static func run() -> [String] {
    var lines: [String] = []
    if let lesson = Lessons.find("6-5") {
      let source = SimulationSource(scenario: lesson.scenario, seed: lesson.seed)
      lines.append(line("figure 6-5", source, virtualMs: 3_600_000))
    }
    let large = SimulationSource(scenario: Sandbox.scenario(FrameBench.large), seed: 1)
    lines.append(line("40 members x 500 partitions", large, virtualMs: 120_000))
    return lines
  }

  private static func line(
    _ name: String, _ source: SimulationSource, virtualMs: Int64
  ) -> String {
    var events: Int64 = 0
    let us = Stopwatch.medianUs(runs: 5) {
      var source = source
      let before = source.eventCount
      source.play(toMs: source.nowMs + virtualMs)
      events = source.eventCount - before
    }
    let rate = events * 1_000_000 / max(1, us)
    let speed = virtualMs * 1000 / max(1, us)
    return "simulation, \(name): \(rate) events a second, \(speed) times real time"
  }
}
