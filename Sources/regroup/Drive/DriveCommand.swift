import ArgumentParser
import Client
import Cluster

/// `regroup drive`.
struct DriveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drive",
    abstract: "Runs real consumers in a group of their own on a real cluster.",
    discussion: """
      Topic and group are made under names that begin with regroup- and deleted at the end.
      k is a real SIGKILL: the broker finds out when the session ends.

      With --static each member has a group.instance.id, its name. x is silence then: the broker
      keeps the member's place until the session ends, and r within that time takes it again. At
      the end they are removed by their instance ids, as an administrator would.

      With --transactional each member also writes: consume, transform, produce. A record's key in
      the output topic says which one it was made of (TOPIC-PARTITION@OFFSET), so that a
      read_committed reader can count: each input record below the committed offsets is there once.

      Secured clusters: --command-config names a file of Kafka's client settings, as Kafka's own \
      tools take it: security.protocol, sasl.mechanism, sasl.jaas.config, and ssl.* with PEM. A \
      password may be written as ${env:NAME} or ${file:PATH:KEY}; one that is missing is asked for.

      EXAMPLES
        regroup drive --bootstrap-server localhost:9092
        regroup drive --bootstrap-server localhost:9092 --topic orders:6 --members 4
        regroup drive --bootstrap-server localhost:9092 --assignor sticky --topic a:2 --topic b:4
        regroup drive --bootstrap-server localhost:9092 --static --assignor cooperative-sticky
        regroup drive --bootstrap-server localhost:9092 --transactional --topic orders:4
        regroup drive --bootstrap-server localhost:9092 -X session.timeout.ms=6000
        regroup drive --bootstrap-server kafka:9093 --command-config client.properties

      SETTINGS FOR -X
        \(Self.settingNames)
        and those of connections: security.protocol, sasl.mechanism, ssl.truststore.location and \
      so on
      """)

  @OptionGroup var group: DriveArguments

  @OptionGroup var live: LiveOptions

  mutating func run() throws {
    let options = try group.options()
    let performance = try live.performance()
    var output = Output()
    for line in Self.firstLines(options, hidesNames: live.look.anonymize) { try output.line(line) }
    try output.flush()
    try performance.give(
      DrivePlay.play(options, historyMs: live.history, anonymizer: live.look.anonymizer),
      plainFor: live.plainLength)
  }

  private static func firstLines(_ options: DriveOptions, hidesNames: Bool) -> [String] {
    if !hidesNames { return [options.warning, options.renaming].compactMap { $0 } }
    return options.warning == nil
      ? [] : ["regroup drive writes to this cluster: members join and commit offsets."]
  }

  private static var settingNames: String {
    let own = SettingList.ofOneMember + ["group.id"]
    return ConsumerConfig.keys.filter { !own.contains($0) }.joined(separator: "\n  ")
  }
}
