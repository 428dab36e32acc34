import Feed
import Lessons
import Simulation

/// How many events a second the simulation plays, with its feed and picture.
enum SimulationBench {
  static func run() -> [String] {
    var lines: [String] = []
    if let lesson = Lessons.find("6-5") {
      lines.append(line("figure 6-5", .figure(lesson, seed: nil), virtualMs: 600_000))
    }
    lines.append(
      line("40 members x 500 partitions", .sandbox(FrameBench.large, seed: 1), virtualMs: 20_000))
    return lines
  }

  private static func line(_ name: String, _ play: Play, virtualMs: Int64) -> String {
    var events = 0
    let us = Stopwatch.medianUs(runs: 5) {
      var play = play
      let endMs = play.source.nowMs + virtualMs
      events = 0
      play.play(toMs: endMs) { happened, _ in
        events += happened.count
        return true
      }
    }
    let rate = Int64(events) * 1_000_000 / max(1, us)
    let speed = virtualMs * 1000 / max(1, us)
    return "simulation, \(name): \(rate) feed events a second, \(speed) times real time"
  }
}
