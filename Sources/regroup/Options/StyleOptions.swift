import ArgumentParser
import Narration
import Screen
import Terminal

/// How things are shown, whatever they are called.
struct StyleOptions: ParsableArguments {
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
