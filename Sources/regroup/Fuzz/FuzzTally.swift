/// What came of all seeds together.
struct FuzzTally {
  private var seeds = 0
  private var steps: Int64 = 0
  private var overlaps = 0
  private(set) var broken = 0

  mutating func add(_ run: FuzzRun) {
    seeds += 1
    steps += run.steps
    overlaps += run.group.overlaps
    if !run.faultLines.isEmpty { broken += 1 }
  }

  var text: String {
    "\(seeds) seeds, \(steps) steps, \(overlaps) times a partition had two readers, "
      + "\(broken) seeds broke an invariant"
  }
}
