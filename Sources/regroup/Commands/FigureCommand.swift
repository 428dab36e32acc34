import ArgumentParser
import Cluster
import Lessons

/// `regroup figure 6-5`.
struct FigureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "figure",
    abstract: "Plays a figure of the book; keys change it at any time.",
    discussion: """
      The figures: \(names(.figures)). The basics: \(names(.basics)). Exactly once: \
      \(names(.transactions)). The surprises: \(names(.surprises)). `figure list` says what each \
      shows.

      Without a terminal, or with --plain, the figure runs to its end at full speed and prints \
      lines: time, what happened, who owns what, and Why, Cost, Next.

      EXAMPLES
        regroup figure list
        regroup figure 6-4                        press k: peter-kafka01 dies
        regroup figure 6-5 --seed 7 --lang ko
        regroup figure 6-5 --transcript           a line per event, then the end
        regroup figure 6-5 --plain --snapshots changes.jsonl
        regroup figure 6-5 --bootstrap-server localhost:9092

      ON A REAL CLUSTER
        With --bootstrap-server the members are processes of their own on that cluster, with the \
      figure's names, instance ids, settings and distances; script and beats are the same. Time is \
      the wall clock's, and topics and group are made under names that begin with regroup- and \
      deleted at the end. A slow network and settings of the broker are left out, which is said. \
      What cannot be seen from outside is inferred, as in regroup drive. --command-config and -X \
      say how to connect, as there.
      """)

  private static func names(_ section: LessonSection) -> String {
    Lessons.catalogue.filter { $0.section == section }.map(\.number).joined(separator: ", ")
  }

  @Argument(
    help: ArgumentHelp("The figure's number, such as 6-5, or list.", valueName: "figure"))
  var number: String

  @Option(
    help: "Whole number that all chance comes from (default: the figure's own).",
    transform: Arguments.seed)
  var seed: UInt64?

  @Option(
    help: ArgumentHelp(
      "Play it with real members on the cluster where a broker listens here; several with commas.",
      valueName: "host:port"),
    transform: DriveArguments.brokers)
  var bootstrapServer: [BrokerAddress]?

  @OptionGroup var connection: ConnectionArguments

  @Option(
    help: ArgumentHelp("Highest versions of APIs to use.", visibility: .hidden),
    transform: DriveArguments.caps)
  var apiMax = VersionCaps()

  @Flag(help: "Print a line per event at full speed, and nothing else.")
  var transcript = false

  @OptionGroup var recording: RecordOptions
  @OptionGroup var outlets: OutletOptions
  @OptionGroup var meeting: NotesOptions
  @OptionGroup var look: LookOptions

  mutating func validate() throws {
    if seed != nil, bootstrapServer != nil {
      throw ValidationError(
        "--seed and --bootstrap-server: on a real cluster chance comes from no seed")
    }
    if bootstrapServer == nil, !connection.isEmpty {
      throw ValidationError("--command-config and -X: there is no connection in a simulation")
    }
  }

  mutating func run() throws {
    if number == "list" { return try FigureList.print(in: look.language) }
    let lesson = try FigureChoice.lesson(number)
    let snapshots = try outlets.snapshotLog()
    let record = try recording.log()
    if transcript {
      return try Transcript.print(
        play(lesson), look: look, snapshots: snapshots, record: record)
    }
    try Performance(
      look: look, outlets: outlets, snapshots: snapshots, record: record, notesPath: meeting.path
    ).give(play(lesson), plainFor: .toTheEnd)
  }

  private func play(_ lesson: Lesson) throws -> Play {
    guard let bootstrapServer else {
      return .figure(lesson, seed: seed, anonymizer: look.anonymizer)
    }
    return try .figure(
      lesson, on: bootstrapServer, connection: connection.read().config, caps: apiMax,
      anonymizer: look.anonymizer)
  }
}
