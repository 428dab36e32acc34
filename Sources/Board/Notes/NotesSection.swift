import Narration

/// A heading and what stands beside it.
public struct NotesSection: Hashable, Sendable {
  public var label: String
  public var lines: [String]
  /// What the presenter says or looks for first.
  var isStrong = false

  /// What a sheet says, in the order in which it is needed; what is empty is left out.
  public static func all(_ sheet: NotesSheet, in language: Language) -> [NotesSection] {
    let words = sheet[language]
    let book = language.notes
    let figure = language.figure
    let keys = words.keys.map { "\($0.label) \($0.word)" }.joined(separator: " · ")
    let sections = [
      NotesSection(label: figure.why, lines: [words.why], isStrong: true),
      NotesSection(label: figure.cost, lines: [words.cost], isStrong: true),
      NotesSection(label: figure.next, lines: [words.next], isStrong: true),
      NotesSection(label: book.look, lines: [words.focus]),
      NotesSection(label: language.questions.question, lines: [words.question]),
      NotesSection(label: language.questions.answer, lines: [words.answer]),
      NotesSection(label: book.coming, lines: words.coming),
      NotesSection(label: book.goal, lines: [words.goal]),
      NotesSection(label: book.keys, lines: [keys]),
    ]
    return sections.map { section in
      var section = section
      section.lines.removeAll(where: \.isEmpty)
      return section
    }.filter { !$0.lines.isEmpty }
  }
}
