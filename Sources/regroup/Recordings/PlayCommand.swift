import ArgumentParser

/// `regroup play lecture.recording`.
struct PlayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "play", abstract: "Plays a recording.",
    discussion: """
      A recording is what w saves on the screen, or --record writes. It can be looked at, at any \
      speed, forward and back; it cannot be changed.

      A file that was cut off plays up to its last whole entry. One of another version of this \
      program plays as it was recorded. Both is said.

      Without a terminal, or with --plain, it prints lines as regroup figure does.

      EXAMPLES
        regroup figure 6-5 --record lecture.recording
        regroup play lecture.recording
        regroup play lecture.recording --transcript
        regroup play lecture.recording --plain --snapshots changes.jsonl
      """)

  @Argument(help: ArgumentHelp("The recording.", valueName: "file"))
  var file: String

  @Flag(help: "Print a line per event at full speed, and nothing else.")
  var transcript = false

  @OptionGroup var outlets: OutletOptions
  @OptionGroup var meeting: NotesOptions
  @OptionGroup var look: LookOptions

  mutating func run() throws {
    let play = try Play.recording(file, anonymizer: look.anonymizer)
    let snapshots = try outlets.snapshotLog()
    if transcript {
      return try Transcript.print(
        play, look: look, snapshots: snapshots, record: nil)
    }
    try Performance(
      look: look, outlets: outlets, snapshots: snapshots, record: nil, notesPath: meeting.path
    ).give(play, plainFor: .toTheEnd)
  }
}
