import ArgumentParser
import Lessons

/// `regroup figure 6-5`.
struct FigureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "figure",
    abstract: "Plays a figure of the book; keys change it at any time.",
    discussion: """
      The figures: \(Lessons.catalogue.map(\.number).joined(separator: ", ")).

      Without a terminal, or with --plain, the figure runs to its end at full speed and prints \
      lines: time, what happened, who owns what, and Why, Cost, Next.

      EXAMPLES
        regroup figure 6-4                        press k: peter-kafka01 dies
        regroup figure 6-5 --seed 7 --lang ko
        regroup figure 6-5 --transcript           a line per event, then the end
        regroup figure 6-5 --plain --snapshots changes.jsonl
      """)

  @Argument(help: ArgumentHelp("The figure's number, such as 6-5.", valueName: "figure"))
  var number: String

  @Option(
    help: "Whole number that all chance comes from (default: the figure's own).",
    transform: Arguments.seed)
  var seed: UInt64?

  @Flag(help: "Print a line per event at full speed, and nothing else.")
  var transcript = false

  @OptionGroup var outlets: OutletOptions
  @OptionGroup var look: LookOptions

  mutating func run() throws {
    let lesson = try FigureChoice.lesson(number)
    let snapshots = try outlets.snapshotLog()
    if transcript {
      try Transcript.print(
        Play.figure(lesson, seed: seed), language: look.language, snapshots: snapshots)
      return
    }
    try Performance(look: look, outlets: outlets, snapshots: snapshots)
      .give(Play.figure(lesson, seed: seed), plainFor: .toTheEnd)
  }
}
