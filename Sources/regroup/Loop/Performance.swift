import ArgumentParser
import Board
import Screen
import Terminal

/// Gives a play on a screen, or in lines where there is none.
struct Performance {
  let look: LookOptions
  let outlets: OutletOptions
  let snapshots: SnapshotLog?
  let record: RecordLog?
  let notesPath: String
  /// A screen is quit after that time, if at all.
  var screenForMs: Int64?

  /// It was chosen from a list; what is written goes on with one play only.
  var isFromList = false

  private var hasList: Bool { isFromList && snapshots == nil && record == nil }

  /// Makes the play once it is clear where it goes, and gives it there.
  ///
  /// Returns whether it was quit, not left for the list that it was chosen from.
  @discardableResult
  func give(_ play: @autoclosure () throws -> Play, plainFor length: PlainLength) throws -> Bool {
    guard !outlets.plain, let session = Self.session() else {
      try givePlain(play(), length)
      return true
    }
    if outlets.snapshots == "-" {
      session.close()
      throw Failure.usage("--snapshots -: standard output is the screen; name a file")
    }
    let ending = try Self.run(
      session, look, home: nil, notesPath: notesPath, forMs: screenForMs
    ) { theatre in
      theatre.hasList = hasList
      try theatre.show(play(), snapshots: snapshots, record: record, clock: WallClock())
    }
    return ending == .quit
  }

  /// The terminal, or nil where there is none to take.
  static func session() -> TerminalSession? { try? TerminalSession() }

  /// Returns how it was left, by a key; what else ends it is thrown.
  @discardableResult
  static func run(
    _ session: TerminalSession, _ look: LookOptions, home: HomeModel?, notesPath: String,
    forMs: Int64? = nil, _ prepare: (inout Theatre) throws -> Void
  ) throws -> Ending {
    var theatre = Theatre(
      home: home, language: look.language,
      glyphs: look.glyphs(isUtf8: session.hasUtf8Locale),
      repertoire: Repertoire(anonymizer: look.anonymizer))
    // What is told at the end, or thrown, is told on a terminal that shows it.
    defer { session.close() }
    let desk = Self.desk(notesPath, &theatre)
    do {
      try prepare(&theatre)
    } catch {
      theatre.strike()
      throw error
    }
    let theme = Theme(shade: look.theme, depth: session.colorDepth)
    var application = Application(
      session: session, theme: theme, theatre: theatre, desk: desk, forMs: forMs)
    defer {
      session.close()
      Leftovers.tell(application.end())
    }
    let ending = try application.run()
    guard ending == .quit || ending == .up else { throw ExitCode(ending.rawValue) }
    return ending
  }

  /// Where the notes are read; without one the presentation goes on, and says so.
  private static func desk(_ path: String, _ theatre: inout Theatre) -> NotesDesk? {
    do throws(NotesFailure) {
      return NotesDesk(try NotesServer(path: path))
    } catch {
      theatre.firstNotice = error.text
      return nil
    }
  }

  private func givePlain(_ play: Play, _ length: PlainLength) throws {
    var show = PlainShow(
      play: play, look: look, output: Output(), snapshots: snapshots,
      record: record)
    if play.isLive {
      try LiveLines.run(&show, length)
      return
    }
    let startMs = play.source.nowMs
    try show.recorded { show in
      try show.open()
      switch length {
      case .toTheEnd:
        try show.run(untilMs: play.source.endMs ?? startMs + ScriptLimit.ms, stopsAtEnd: true)
      case .forMs(let ms):
        try show.run(untilMs: startMs + ms, stopsAtEnd: false)
        try show.finish()
      }
    }
  }
}
