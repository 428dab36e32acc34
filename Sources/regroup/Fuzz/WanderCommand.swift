import ArgumentParser

/// `regroup wander`: presses keys at random in the lessons and compares with straight play.
struct WanderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "wander",
    abstract: "Presses random keys in random lessons and compares with straight play.",
    discussion: """
      EXAMPLES
        regroup wander --seeds 1-1000
        regroup wander --seeds 17                 one seed
      """,
    shouldDisplay: false)

  @Option(help: "One seed, or the first and the last.", transform: SeedRange.init(parsing:))
  var seeds = SeedRange(seeds: 1...100)

  mutating func run() throws {
    var output = Output()
    var broken = 0
    var keys = 0
    for seed in seeds.seeds {
      var wander = Wander(seed: seed)
      if let difference = try wander.run() {
        broken += 1
        try output.line(
          "\(seed) DIFFERS \(difference); \(wander.text); again with: "
            + "regroup wander --seeds \(seed)")
      }
      keys += wander.pressed.count
    }
    try output.line("\(seeds.seeds.count) seeds, \(keys) keys, \(broken) differ")
    try output.flush()
    if broken > 0 { throw Failure.failed("\(broken) seeds differ from straight play") }
  }
}
