import ArgumentParser
import Feed

/// What commands have in common that show something live: how much is kept, and where it goes.
struct LiveOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("How much of the past is kept (default: 60m).", valueName: "time"),
    transform: Arguments.time)
  var history: Int64?

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp(
      "Stop after that time (default: lines after 30s, a screen when it is quit).",
      valueName: "time"),
    transform: Arguments.time)
  var forMs: Int64?

  @OptionGroup var recording: RecordOptions
  @OptionGroup var outlets: OutletOptions
  @OptionGroup var meeting: NotesOptions
  @OptionGroup var look: LookOptions

  var plainLength: PlainLength { .forMs(forMs ?? PlainLength.standardMs) }

  /// Opens the files that are written beside it, before anything is begun.
  func performance() throws -> Performance {
    Performance(
      look: look, outlets: outlets, snapshots: try outlets.snapshotLog(),
      record: try recording.log(), notesPath: meeting.path, screenForMs: forMs)
  }
}
