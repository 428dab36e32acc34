import ArgumentParser

/// `--record`.
struct RecordOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Write a recording to FILE, for regroup play and regroup export.", valueName: "file"))
  var record: String?

  mutating func validate() throws {
    if record?.isEmpty == true || record == "-" {
      throw ValidationError("--record: name a file")
    }
  }

  /// Opened before anything is played, so that nothing is lost when it cannot be.
  func log() throws -> RecordLog? { try record.map { try RecordLog(path: $0) } }
}
