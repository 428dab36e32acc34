import ArgumentParser
import Board
import Narration

/// `regroup notes` into a pipe: the sheet at each step, as lines of text.
struct NotesLines {
  private let path: String
  private let language: Language
  private var output = Output()
  private var told: String?

  init(path: String, language: Language) {
    self.path = path
    self.language = language
  }

  mutating func run() throws {
    guard let inbox = SignalPipe() else { throw Failure.failed("no file descriptors left") }
    var connection: NotesConnection?
    while true {
      if connection == nil { connection = NotesConnection(path: path) }
      if let (newest, isThere) = connection?.take() {
        if let newest { try tell(newest) }
        if !isThere { connection = nil }
      }
      if connection == nil { try tell(nil) }
      let ending = inbox.wait(
        atMostMs: Int64(NotesScreen.retryMs), watching: connection?.descriptor)
      if let ending { throw ExitCode(ending.rawValue) }
    }
  }

  /// What has changed in more than numbers that run.
  private mutating func tell(_ sheet: NotesSheet?) throws {
    let words = sheet?[language]
    let what = sheet.map { sheet in
      "\(sheet.figure) \(sheet.step ?? -1) \(words?.beat ?? "") \(words?.why ?? "")"
        + " \(words?.state ?? "")"
    }
    let key = what ?? ""
    guard key != told else { return }
    told = key
    for line in Self.lines(sheet, path: path, in: language) { try output.line(line) }
    try output.line("")
    try output.flush()
  }

  static func lines(_ sheet: NotesSheet?, path: String, in language: Language) -> [String] {
    guard let sheet else { return ["\(language.notes.waits) (\(path))"] }
    let words = sheet[language]
    let step = sheet.step.map { language.figure.step($0, of: sheet.steps) } ?? ""
    let heading = [sheet.figure, words.title, words.beat, step, words.state, sheet.time]
    return [heading.filter { !$0.isEmpty }.joined(separator: "  ")]
      + NotesSection.all(sheet, in: language).flatMap { section in
        section.lines.enumerated().map { place, line in
          "  " + ColumnLabel.padded(place == 0 ? section.label : "") + " " + line
        }
      }
  }
}
