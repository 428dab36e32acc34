import ArgumentParser
import Board

/// `regroup`: the home screen.
struct HomeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "home", abstract: "Choose a figure, the sandbox or a cluster.",
    shouldDisplay: false)

  @OptionGroup var look: LookOptions

  mutating func run() throws {
    guard let session = Performance.session() else {
      try printChoices()
      return
    }
    let home = HomeModel(language: look.language, entries: Repertoire.entries)
    try Performance.run(session, look, home: home, notesPath: NotesPath.standard()) { _ in }
  }

  /// What the screen would offer, where there is none.
  private func printChoices() throws {
    var output = Output()
    let language = look.language
    for line in FigureList.lines(in: language) { try output.line("regroup figure \(line)") }
    let book = language.home
    try output.line("regroup sandbox       \(book.sandbox): \(book.sandboxShows)")
    try output.line("regroup serve         \(book.serve): \(book.serveShows)")
    try output.line(
      "regroup drive --bootstrap-server HOST:PORT    \(book.drive): \(book.driveShows)")
    try output.line("regroup --help")
    try output.flush()
  }
}
