import ArgumentParser
import Feed
import Simulation

/// `regroup fuzz`: plays groups that nobody chose under faults that nobody chose and looks at every
/// step, and drives the coordinator with requests of any kind. A broken invariant is a failure.
struct FuzzCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fuzz",
    abstract: "Plays random groups under random faults and checks what must always hold.",
    discussion: """
      Each seed is a group of its own: topics, members, settings, and what is done to them. \
      Processes crash, start again, are paused, poll too slowly; the network loses, delays and \
      reorders; clocks differ, topics grow, coordinators move. Some groups write what they read, \
      in transactions or without, and some topics have a producer that dies in the middle of one. \
      After every step it is checked that nobody reads what is another's, no stale commit is \
      accepted and no record skipped, that with transactions each record counts once and \
      read_committed readers get nothing else; once faults stop, that the group settles, every \
      transaction ends and everything is read. Then both coordinators and a \
      partition's leader, each alone, get requests that make sense, or none.

      All is well: one line, and exit status 0. A seed that fails: a line with what broke, when, \
      and how to look at it, and in the end exit status 1.

      EXAMPLES
        regroup fuzz --seed 1 --runs 300
        regroup fuzz --runs 1000000 --for 30m     as many as half an hour has room for
        regroup fuzz --transactions --runs 1000   only groups and topics with transactions
        regroup fuzz --seed 17 --record 17.recording
        regroup play 17.recording                 seed 17 on the screen
      """)

  @Option(help: "The first seed, a whole number (default: 1).", transform: Arguments.seed)
  var seed: UInt64 = 1

  @Option(
    help: "How many seeds, from 1 to 10000000 (default: 100; with --record 1).",
    transform: Arguments.count(1, 10_000_000))
  var runs: Int?

  @Option(help: "Virtual minutes each, from 3 to 1440.", transform: Arguments.rate(3, 1440))
  var minutes: Int64 = 10

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp("Begin no further seed after so much time.", valueName: "time"),
    transform: Arguments.time)
  var limitMs: Int64?

  @Option(
    help: ArgumentHelp(
      "Write what happens with this one seed to FILE, for regroup play.", valueName: "file"))
  var record: String?

  @Flag(help: "Leave out the seeds without transactions.")
  var transactions = false

  @Flag(
    help: ArgumentHelp(
      "Print a line a seed with a number that all that happened goes into.", visibility: .hidden))
  var fingerprints = false

  mutating func validate() throws {
    guard (3...1440).contains(minutes) else {
      throw ValidationError("--minutes \(minutes): from 3 to 1440 are possible")
    }
    if let runs, !(1...10_000_000).contains(runs) {
      throw ValidationError("--runs \(runs): from 1 to 10000000 are possible")
    }
    if record?.isEmpty == true || record == "-" { throw ValidationError("--record: name a file") }
    if record != nil, runs ?? 1 != 1 {
      throw ValidationError("--record: one seed makes a recording, not \(runs ?? 1)")
    }
  }

  mutating func run() throws {
    var output = Output()
    let started = WallClock().nowMs
    var tally = FuzzTally()
    let count = UInt64(runs ?? (record == nil ? 100 : 1))
    for number in 0..<count {
      if let limitMs, WallClock().nowMs - started >= limitMs { break }
      if transactions, !SwarmScenario(seed: seed &+ number).hasTransactions { continue }
      let fuzz = FuzzRun(
        seed: seed &+ number, minutes: minutes, isFingerprinted: fingerprints)
      if fingerprints { try output.line(fuzz.fingerprintLine) }
      for line in fuzz.faultLines { try output.line(line) }
      if !fuzz.faultLines.isEmpty { try output.flush() }
      if let record { try fuzz.record(to: record) }
      tally.add(fuzz)
    }
    try output.line(tally.text)
    try output.flush()
    if tally.broken > 0 { throw Failure.failed("\(tally.broken) seeds broke an invariant") }
  }
}
