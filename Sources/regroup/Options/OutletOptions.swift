import ArgumentParser

/// Where things go beside the screen.
struct OutletOptions: ParsableArguments {
  @Flag(help: "Print lines instead of a screen, as is done without a terminal.")
  var plain = false

  @Option(
    help: ArgumentHelp(
      "Write a JSON line at each change to FILE; - is standard output, with lines only.",
      valueName: "file"))
  var snapshots: String?

  mutating func validate() throws {
    if snapshots?.isEmpty == true { throw ValidationError("--snapshots: name a file") }
  }

  /// Opened before anything is played, so that nothing is lost when it cannot be.
  func snapshotLog() throws -> SnapshotLog? {
    try snapshots.map { SnapshotLog(output: try Output(path: $0)) }
  }
}
