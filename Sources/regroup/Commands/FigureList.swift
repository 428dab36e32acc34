import Narration
import Screen

/// The figures there are, a line each.
enum FigureList {
  static func print(in language: Language) throws {
    var output = Output()
    for (place, entry) in Repertoire.entries.enumerated() {
      if place > 0, Repertoire.entries[place - 1].section != entry.section {
        try output.line("")
        try output.line(entry.section.heading(language.home))
      }
      try output.line(lines(in: language)[place])
    }
    try output.flush()
  }

  /// Number, title and what it shows, in columns.
  static func lines(in language: Language) -> [String] {
    let entries = Repertoire.entries
    let numberWidth = entries.reduce(0) { max($0, DisplayWidth.of($1.figure)) }
    let titleWidth = entries.reduce(0) { max($0, DisplayWidth.of($1.title[language])) }
    return entries.map { entry in
      padded(entry.figure, numberWidth) + "  " + padded(entry.title[language], titleWidth) + "  "
        + entry.shows[language]
    }
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - DisplayWidth.of(text)))
  }
}
