import ArgumentParser
import Feed
import Narration
import Screen

/// How things are shown; the same in every command that shows a group.
struct LookOptions: ParsableArguments {
  @OptionGroup var style: StyleOptions

  @Flag(
    help: """
      Put member-1, topic-1 and so on in the place of the names of members, topics, groups, hosts \
      and clients, on the screen and in all that is written.
      """)
  var anonymize = false

  /// What changes the names, where that was asked for.
  var anonymizer: Anonymizer? { anonymize ? Anonymizer() : nil }

  var language: Language { style.language }
  var theme: Theme.Shade { style.theme }

  /// As `StyleOptions.glyphs(isUtf8:)`.
  func glyphs(isUtf8: Bool = true) -> GlyphSet { style.glyphs(isUtf8: isUtf8) }
}
