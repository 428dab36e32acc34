import ArgumentParser
import Cluster
import KafkaModel

/// `regroup watch`.
struct WatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch",
    abstract: "Looks at a group of a real cluster, and changes nothing.",
    discussion: """
      Asks the brokers for the group, its committed offsets, the ends of its logs and their leaders,
      once in each interval, and four times as often while the group rebalances. It has no way to
      send any other request: it joins nothing, commits nothing, makes no topic.

      What an answer says is marked as seen; what follows from it is marked as inferred: who reads
      (offsets move on), why a member is gone (its commits had stopped long before, or not), what
      a rebalance cost (from the last commit seen to the next).

      --once asks one time and prints: exit status 0, or 1 where the group could not be seen.

      EXAMPLES
        regroup watch --bootstrap-server localhost:9092
        regroup watch --bootstrap-server localhost:9092 --group orders-app
        regroup watch --bootstrap-server localhost:9092 --group orders-app --interval 5s
        regroup watch --bootstrap-server localhost:9092 --group orders-app --once
        regroup watch --bootstrap-server localhost:9092 --group orders-app --once --format json
        regroup watch --bootstrap-server broker:9093 --command-config client.properties
      """)

  static let intervals = TimeLimits("100ms", "60m")

  @OptionGroup var cluster: ClusterArguments

  @Option(help: "The group (default: the only one, or a list to choose from).")
  var group: String?

  @Option(
    help: ArgumentHelp(
      "How often the brokers are asked, \(WatchCommand.intervals.text) (default: 1s).",
      valueName: "time"),
    transform: Arguments.time(WatchCommand.intervals))
  var interval = WatchOptions.standardIntervalMs

  @Flag(help: "Ask once, print what is there, and end.")
  var once = false

  @Option(
    help: ArgumentHelp("With --once: text or json (default: text).", valueName: "format"))
  var format: OnceFormat?

  @OptionGroup var live: LiveOptions

  mutating func validate() throws {
    if format != nil, !once { throw ValidationError("--format: there is one with --once only") }
    if group?.isEmpty == true { throw ValidationError("--group: it must have a name") }
  }

  mutating func run() throws {
    let cluster = try cluster.read()
    if once { return try WatchOnce(cluster, live.look, format ?? .text).run(group) }
    var performance = try live.performance()
    var names = ShownGroups(live.look.anonymizer)
    let choice = GroupChoice(cluster, live.look, isPlain: live.outlets.plain)
    var hasQuit = false
    while !hasQuit {
      let named = group.map { GroupChoice.Chosen(group: GroupId($0), isFromList: false) }
      guard let chosen = try named ?? choice.make(&names) else { return }
      performance.isFromList = chosen.isFromList
      let options = cluster.options(chosen.group, intervalMs: interval)
      hasQuit = try performance.give(
        WatchPlay.play(
          options, place: cluster.place, historyMs: live.history, anonymizer: names.anonymizer),
        plainFor: live.plainLength)
    }
  }
}

/// `--format` of `--once`.
enum OnceFormat: String, CaseIterable, ExpressibleByArgument {
  case text
  case json
}
