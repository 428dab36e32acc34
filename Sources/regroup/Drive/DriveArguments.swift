import ArgumentParser
import Client
import Cluster
import Glibc
import KafkaModel
import KafkaSecurity
import Live

/// What a drive is made of, as arguments.
struct DriveArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Where a broker of the cluster listens; several with commas.", valueName: "host:port"),
    transform: DriveArguments.brokers)
  var bootstrapServer: [BrokerAddress]

  @OptionGroup var strategy: StrategyOptions

  @Option(
    help: ArgumentHelp(
      "A topic to make and its partitions; repeat it for more (default: one with 4).",
      valueName: "topic:partitions"), transform: Arguments.topic)
  var topic: [TopicArgument] = []

  @Option(help: "The group (default: one with a name of its own).")
  var group: String?

  @Option(
    help: "Members at the start, each a process of its own, 1 to 64.",
    transform: Arguments.count(1, 64))
  var members = 3

  @Option(
    help: """
      Records a second written to each partition, 0 to 10000 (default: 5; to topics that were \
      there already none).
      """, transform: Arguments.rate(0, 10_000))
  var produceRate: Int64?

  @Option(
    help: "Records a second that a member works off, 1 to 100000.",
    transform: Arguments.rate(1, 100_000))
  var processRate: Int64 = 1_000

  @OptionGroup var connection: ConnectionArguments

  @Flag(
    help: """
      Members write what they read to another topic, each poll() in a transaction together with \
      its offsets.
      """)
  var transactional = false

  @Option(
    help: ArgumentHelp(
      "With --transactional: the topic to write to (default: the first topic's name and -out).",
      valueName: "topic"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      """
      With --transactional: after how long brokers abort an open transaction, 1000 to 900000 \
      (default: 60000).
      """, valueName: "ms"),
    transform: Arguments.rate(
      TransactionWish.timeouts.lowerBound, TransactionWish.timeouts.upperBound))
  var transactionTimeoutMs: Int64?

  @Flag(help: "Join topics and a group that are there already, and commit offsets there.")
  var allowForeign = false

  @Option(
    help: ArgumentHelp("Highest versions of APIs to use.", visibility: .hidden),
    transform: DriveArguments.caps)
  var apiMax = VersionCaps()

  static func brokers(_ text: String) throws -> [BrokerAddress] {
    guard let list = BrokerAddress.list(text) else {
      throw ValidationError("it must be HOST:PORT, such as localhost:9092")
    }
    return list
  }

  static func caps(_ text: String) throws -> VersionCaps {
    guard let caps = VersionCaps(text) else {
      throw ValidationError("it must be API=VERSION, such as JoinGroup=5,SyncGroup=3")
    }
    return caps
  }

  /// The checked options; the complaint names the option and what is possible.
  func options() throws(Failure) -> DriveOptions {
    var options = try Self.standard(bootstrapServer)
    options.topics = topic.map { .init(name: $0.name.text, partitions: $0.partitions) }
    options.group = group
    options.members = members
    options.produceRatePerSecond = produceRate
    options.processRatePerSecond = processRate
    options.isStatic = strategy.isStatic
    let reading = try connection.read(keeping: Self.isOfConsumers)
    options.connection = reading.config
    let given = reading.kept.map { SettingArgument(key: $0.key, value: $0.value) }
    options.settings = try strategy.settings(before: given).map { "\($0.key)=\($0.value)" }
    options.transactions = try transactions()
    options.allowForeign = allowForeign
    options.caps = apiMax
    if let fault = options.fault { throw .usage(fault) }
    return options
  }

  /// A file is for clients of every kind: what no consumer of ours takes is no mistake there.
  private static func isOfConsumers(_ entry: ConfigEntry) -> Bool {
    if case .argument = entry.place { return !ConfigEntry.isOfConnections(entry.key) }
    return ConsumerConfig.keys.contains(entry.key) && entry.key != "group.id"
      && !SettingList.ofOneMember.contains(entry.key)
  }

  private func transactions() throws(Failure) -> TransactionWish? {
    if transactional {
      var wish = TransactionWish()
      wish.output = output
      if let transactionTimeoutMs { wish.timeoutMs = transactionTimeoutMs }
      return wish
    }
    if output != nil { throw .usage("--output: only members of --transactional write") }
    if transactionTimeoutMs != nil {
      throw .usage("--transaction-timeout-ms: there are no transactions without --transactional")
    }
    return nil
  }

  /// All but the brokers as it is by default.
  static func standard(_ brokers: [BrokerAddress]) throws(Failure) -> DriveOptions {
    guard let program = HostProcess.executable else {
      throw .failed("/proc/self/exe cannot be read, so that no member can be started")
    }
    return DriveOptions(
      bootstrap: brokers, memberCommand: [program, "member"],
      environment: HostProcess.environment,
      seed: UInt64(truncatingIfNeeded: MonotonicClock.systemMs()) << 22 ^ UInt64(getpid()))
  }
}
