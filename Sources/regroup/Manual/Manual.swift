import ArgumentParser
import Board
import Narration

/// The manual page, made from the help of the commands and from the key table, so that it names
/// what is there.
enum Manual {
  static var page: String {
    var roff = Roff()
    roff.title("REGROUP", section: 1, source: "regroup \(Version.text)")
    roff.section("NAME")
    roff.line("regroup - \(Regroup.configuration.abstract.lowercasedFirst)")
    roff.section("SYNOPSIS")
    for command in all { roff.usage(HelpText(command).usage) }
    roff.section("DESCRIPTION")
    roff.prose(Regroup.configuration.discussion)
    roff.section("COMMANDS")
    for command in all { add(command, to: &roff) }
    roff.section("KEYS")
    for entry in KeyTable.entries {
      roff.entry(
        KeyTable.allLabels(entry), Language.english.keys.long(entry.action))
    }
    addRest(to: &roff)
    return roff.text
  }

  /// Those that the help names, each followed by its own.
  static var all: [any ParsableCommand.Type] {
    let shown = CommandList.all.filter { $0.configuration.shouldDisplay }
    return shown.flatMap { [$0] + $0.configuration.subcommands }
  }

  private static func add(_ command: any ParsableCommand.Type, to roff: inout Roff) {
    let help = HelpText(command)
    roff.subsection(help.name)
    roff.line(command.configuration.abstract)
    roff.prose(command.configuration.discussion)
    for entry in help.entries { roff.entry(entry.label, entry.meaning) }
  }

  private static func addRest(to roff: inout Roff) {
    roff.section("EXIT STATUS")
    roff.entry("0", "Done.")
    roff.entry("1", "What was asked for could not be done.")
    roff.entry("2", "Wrong usage, or a file that is not what it should be.")
    roff.entry("129, 130, 143", "The terminal went away, Ctrl-C, SIGTERM.")
    roff.section("ENVIRONMENT")
    roff.entry("LC_ALL, LC_MESSAGES, LANG", "The language, where --lang is not given.")
    roff.entry("NO_COLOR", "Set to anything: no colours.")
    roff.entry("TERM", "What the terminal can do.")
    roff.section("FILES")
    roff.entry(
      "regroup-NAME-N.recording",
      "What the key w saves, in the working directory; an existing file is never overwritten.")
  }
}

extension String {
  /// A manual's NAME line goes on in the middle of a sentence.
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
