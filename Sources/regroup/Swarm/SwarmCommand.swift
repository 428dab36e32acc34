import ArgumentParser
import Simulation

/// `regroup swarm`: plays groups that nobody chose under faults that nobody chose, and looks at
/// every step. A line a seed; a broken invariant is a failure.
struct SwarmCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "swarm",
    abstract: "Plays random groups under random faults and checks what must always hold.",
    discussion: """
      A line a seed: fingerprint of all that happened, delivered messages and fired timers, the
      last generation, how often a partition had two readers. Two runs print the same.

      EXAMPLES
        regroup swarm --seeds 1-300 --minutes 10
        regroup swarm --seeds 17                  one seed
      """,
    shouldDisplay: false)

  @Option(help: "One seed, or the first and the last.", transform: SeedRange.init(parsing:))
  var seeds = SeedRange(seeds: 1...300)

  @Option(help: "Virtual minutes each, from 3 to 1440.")
  var minutes: Int64 = 10

  mutating func validate() throws {
    guard (3...1440).contains(minutes) else {
      throw ValidationError("--minutes \(minutes): from 3 to 1440 are possible")
    }
  }

  mutating func run() throws {
    var output = Output()
    var broken = 0
    for seed in seeds.seeds {
      let run = SwarmRun(seed: seed, lengthMs: minutes * 60_000)
      try output.line(
        "\(seed) \(run.fingerprint) events \(run.events) generation \(run.generation)"
          + " overlaps \(run.overlaps)")
      for violation in run.violations {
        try output.line(
          "\(seed) BROKEN \(violation.invariant.rawValue) at \(violation.timeMs) ms:"
            + " \(violation.detail); again with: regroup swarm --seeds \(seed) --minutes \(minutes)"
        )
      }
      if !run.violations.isEmpty { broken += 1 }
    }
    try output.flush()
    if broken > 0 { throw Failure.failed("\(broken) seeds broke an invariant") }
  }
}
