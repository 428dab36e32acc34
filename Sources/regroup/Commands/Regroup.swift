import ArgumentParser

/// The program: without a subcommand, the home screen.
@main
struct Regroup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "regroup",
    abstract: "Shows in a terminal how an Apache Kafka consumer group rebalances.",
    discussion: """
      Without a subcommand: the home screen, to choose a figure, the sandbox or a cluster.

      EXAMPLES
        regroup                                   the home screen
        regroup figure 6-5                        a consumer dies: watch, press keys
        regroup sandbox --members 5 --topic orders:12
        regroup figure 6-5 --plain                the same as lines of text
        regroup render figure 6-5 --step last --size 80x24 --format text

      In the picture: k kill, r restart, a add, x close, Space pause, arrows step, ? help.
      Exit status: 0 done, 1 failure, 2 wrong usage, 130 Ctrl-C, 143 SIGTERM.
      """,
    version: Version.text,
    subcommands: CommandList.all,
    defaultSubcommand: HomeCommand.self)

  static func main() { Program.run(Array(CommandLine.arguments.dropFirst())) }
}
