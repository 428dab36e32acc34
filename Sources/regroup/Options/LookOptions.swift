import ArgumentParser
import Feed
import Narration
import Screen
import Terminal

/// How things are shown; the same in every command.
struct LookOptions: ParsableArguments {
  @Option(name: .customLong("lang"), help: "en or ko (default: from LC_ALL, LC_MESSAGES, LANG).")
  var languageChoice: LanguageChoice?

  @Option(
    help: """
      Colours for a dark or a light background, and the same for colour-blind eyes: dark, light, \
      color-blind, color-blind-light.
      """)
  var theme: Theme.Shade = .dark

  @Flag(help: "Draw with ASCII only.")
  var ascii = false

  @Option(help: "Columns of East Asian ambiguous characters in your terminal: 1 or 2.")
  var ambiguousWidth = 1

  @Flag(
    help: """
      Put member-1, topic-1 and so on in the place of the names of members, topics, groups, hosts \
      and clients, on the screen and in all that is written.
      """)
  var anonymize = false

  /// What changes the names, where that was asked for.
  var anonymizer: Anonymizer? { anonymize ? Anonymizer() : nil }

  mutating func validate() throws {
    guard (1...2).contains(ambiguousWidth) else {
      throw ValidationError("--ambiguous-width \(ambiguousWidth): it is 1 or 2")
    }
  }

  var language: Language {
    languageChoice?.language ?? LanguageChoice.from(TerminalSession.variable)
  }

  /// - Parameter isUtf8: whether the terminal shows more than ASCII.
  func glyphs(isUtf8: Bool = true) -> GlyphSet {
    if ascii || !isUtf8 { return .ascii }
    return ambiguousWidth == 2 ? .ambiguousWide : .unicode
  }
}

extension Theme.Shade: ExpressibleByArgument {}
