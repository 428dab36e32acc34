import ArgumentParser
import Board
import Cluster
import Feed
import KafkaModel

/// `regroup describe`.
struct DescribeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "describe",
    abstract: "Prints the tables of kafka-consumer-groups.sh --describe for a group.",
    discussion: """
      The tables go to standard output; that the group rebalances or has no members goes to standard
      error. Only asks: see regroup watch. Exit status 1 where the group could not be seen.

      EXAMPLES
        regroup describe --bootstrap-server localhost:9092 --group orders-app
        regroup describe --bootstrap-server localhost:9092 --group orders-app --members --verbose
        regroup describe --bootstrap-server localhost:9092 --group orders-app --state
      """)

  @OptionGroup var cluster: ClusterArguments

  @Option(help: "The group.")
  var group: String

  @Flag(help: "The partitions with their offsets and lag (this is the default).")
  var offsets = false

  @Flag(help: "The members.")
  var members = false

  @Flag(help: "State, assignor and coordinator.")
  var state = false

  @Flag(
    help: """
      More columns: what each member is assigned, the leader epochs of committed offsets, or the \
      group's epochs.
      """)
  var verbose = false

  @Flag(
    help: """
      Put member-1, topic-1 and so on in the place of the names of members, topics, groups, hosts \
      and clients.
      """)
  var anonymize = false

  mutating func validate() throws {
    if [offsets, members, state].filter({ $0 }).count > 1 {
      throw ValidationError("--offsets, --members, --state: only one of them")
    }
    if group.isEmpty { throw ValidationError("--group: it must have a name") }
  }

  private func kind(_ source: any StagedSource) -> DescribeText.Kind {
    if members { return .members(isVerbose: verbose) }
    if state { return .state(isVerbose: verbose) }
    return .offsets(epochs: verbose ? (source as? WatchStage)?.watch.committedEpochs : nil)
  }

  mutating func run() throws {
    let cluster = try cluster.read()
    let group = GroupId(group)
    var options = cluster.options(group, intervalMs: WatchOptions.standardIntervalMs)
    options.keepsOrder = true
    options.keepsEpochs = verbose
    var play = try WatchPlay.play(
      options, place: cluster.place, anonymizer: anonymize ? Anonymizer() : nil)
    defer { _ = play.source.shutDown(saying: { _ in }) }
    guard try FirstSight.wait(&play) else {
      var names = ShownGroups(anonymize ? Anonymizer() : nil)
      Leftovers.tell("Error: Consumer group '\(names.name(group))' does not exist.")
      throw ExitCode(1)
    }
    let text = DescribeText(play.source.picture, kind(play.source))
    if let message = text.message { Leftovers.tell(message) }
    var output = Output()
    for line in text.lines { try output.line(line) }
    try output.flush()
  }
}
