import ArgumentParser

/// Where presentation and notes meet.
struct NotesOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The socket of regroup notes (default: one of your own in $XDG_RUNTIME_DIR or /tmp).",
      valueName: "path"))
  var socket: String?

  mutating func validate() throws {
    if socket?.isEmpty == true { throw ValidationError("--socket: name a path") }
  }

  var path: String { socket ?? NotesPath.standard() }
}
