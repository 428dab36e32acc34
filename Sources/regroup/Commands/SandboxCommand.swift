import ArgumentParser
import Client
import Lessons

/// `regroup sandbox`.
struct SandboxCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sandbox",
    abstract: "Plays a simulated group of your own, with your settings.",
    discussion: """
      EXAMPLES
        regroup sandbox
        regroup sandbox --members 5 --topic orders:12 --topic payments:3
        regroup sandbox --assignor cooperative-sticky --static
        regroup sandbox --produce-rate 50 --process-rate 20     the lag grows
        regroup sandbox --latency-ms 200-400 -X session.timeout.ms=10000
        regroup sandbox --transactional --members 2             consume, transform, produce
        regroup sandbox --transactional-producer                :tx send 3, then :tx commit
        regroup sandbox --plain --for 2m --seed 7

      SETTINGS FOR -X
        \(Self.settingNames)
      """)

  @OptionGroup var group: SandboxArguments

  @Option(help: "Whole number that all chance comes from.", transform: Arguments.seed)
  var seed: UInt64?

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp(
      "With lines only: stop after that much virtual time (default: 30s).", valueName: "time"),
    transform: Arguments.time)
  var plainForMs: Int64?

  @OptionGroup var recording: RecordOptions
  @OptionGroup var outlets: OutletOptions
  @OptionGroup var meeting: NotesOptions
  @OptionGroup var look: LookOptions

  mutating func run() throws {
    let options = try group.options()
    let snapshots = try outlets.snapshotLog()
    let record = try recording.log()
    try Performance(
      look: look, outlets: outlets, snapshots: snapshots, record: record, notesPath: meeting.path
    ).give(
      Play.sandbox(options, seed: seed ?? 1, anonymizer: look.anonymizer),
      plainFor: .forMs(plainForMs ?? PlainLength.standardMs))
  }

  private static var settingNames: String {
    let names = ConsumerConfig.keys.filter { !SettingList.ofOneMember.contains($0) }
    return (names + BrokerSettings.keys).joined(separator: "\n  ")
  }
}
