import ArgumentParser

/// `regroup notes`.
struct NotesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notes",
    abstract: "Shows a presenter's notes to what runs on another terminal.",
    discussion: """
      Where one is, what to say, where to look, what to ask and what the answer is, and what the \
      next step brings, as figure, sandbox, play or drive go on elsewhere on this machine. \
      It waits for them, and for the next after they have ended.

      Its language is its own: the class may see Korean, the teacher English. Into a pipe it \
      writes lines of text at each step.

      EXAMPLES
        regroup notes
        regroup notes --lang ko
        regroup notes --socket /tmp/lecture.sock      with regroup figure 6-5 --socket ...
      """)

  @OptionGroup var meeting: NotesOptions
  @OptionGroup var style: StyleOptions

  /// Not offered, but who asks for it is told where it belongs.
  @Flag(help: .hidden) var anonymize = false

  mutating func validate() throws {
    if anonymize {
      throw ValidationError("--anonymize: give it to the presentation, the notes follow")
    }
  }

  mutating func run() throws {
    let path = meeting.path
    guard NotesPath.address(path) != nil else {
      throw Failure.usage("--socket \(path.prefix(120)): too long for a socket")
    }
    guard let session = Performance.session() else {
      var lines = NotesLines(path: path, language: style.language)
      return try lines.run()
    }
    defer { session.close() }
    var screen = NotesScreen(session: session, path: path, style: style)
    let ending = screen.run()
    session.close()
    if ending != .quit { throw ExitCode(ending.rawValue) }
  }
}
