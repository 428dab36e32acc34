import ArgumentParser
import KafkaModel
import Lessons
import Simulation

/// What the sandbox is made of, as arguments.
struct SandboxArguments: ParsableArguments {
  @Option(help: "Members at the start, 1 to 100.", transform: Arguments.count(1, 100))
  var members = 3

  @Option(
    help: ArgumentHelp(
      "A topic and its partitions; repeat it for up to 20 topics, 1,000 partitions in all "
        + "(default: orders:6).", valueName: "topic:partitions"),
    transform: Arguments.topic)
  var topic: [TopicArgument] = []

  @OptionGroup var strategy: StrategyOptions

  @Option(
    help: "Records a second written to each partition, 0 to 100000.",
    transform: Arguments.rate(0, 100_000))
  var produceRate: Int64 = 5

  @Option(
    help: "Records a second that a member works off, 1 to 100000.",
    transform: Arguments.rate(1, 100_000))
  var processRate: Int64 = 100

  @Option(
    help: ArgumentHelp(
      "Milliseconds that a message takes one way, 0 to 60000 (default: 5-20).",
      valueName: "a-b"), transform: Arguments.range)
  var latencyMs: ClosedRange<Int64>?

  @Flag(
    help: """
      Members write what they read to another topic, each poll() in one transaction with its \
      offsets (exactly once).
      """)
  var transactional = false

  @Option(
    help: ArgumentHelp(
      "The topic that members write to; without --transactional they commit after it (at least "
        + "once). Default with --transactional: the first topic's name and -out.",
      valueName: "topic:partitions"), transform: Arguments.topic)
  var output: TopicArgument?

  @Option(
    help: ArgumentHelp(
      "transaction.timeout.ms of all producers, at least 1 (default: 60000).", valueName: "ms"),
    transform: Arguments.rate(1, Int64(Int32.max)))
  var transactionTimeoutMs: Int64?

  @Flag(
    help: """
      A producer without a consumer, with a transactional.id, for the first topic: :tx send 3, \
      :tx commit, :tx abort, :tx kill, :tx restart.
      """)
  var transactionalProducer = false

  @Option(
    name: .customShort("X"),
    help: ArgumentHelp(
      "A setting of the consumers or the broker under Kafka's name; repeat it for more.",
      valueName: "key=value"), transform: Arguments.setting)
  var settings: [SettingArgument] = []

  /// The checked options; the complaint names the option and what is possible.
  func options() throws(Failure) -> SandboxOptions {
    var options = SandboxOptions()
    options.members = members
    options.produceRate = produceRate
    options.processRate = processRate
    if let latencyMs { options.latencyMs = latencyMs }
    if !topic.isEmpty {
      options.topics = topic.map { ScenarioTopic($0.name, $0.partitions) }
    }
    options.isStatic = strategy.isStatic
    options.isTransactional = transactional
    options.output = output.map { ScenarioTopic($0.name, $0.partitions) }
    if let transactionTimeoutMs {
      guard transactional || transactionalProducer else {
        throw .usage("--transaction-timeout-ms: nobody has transactions without --transactional")
      }
      options.transactionTimeoutMs = Int32(clamping: transactionTimeoutMs)
    }
    options.hasProducer = transactionalProducer
    if options.transform != nil { options.consumer.enableAutoCommit = false }
    if transactional || transactionalProducer { options.consumer.isolationLevel = .readCommitted }
    let settings = try strategy.settings(before: settings)
    try SettingList.apply(settings, to: &options.consumer, &options.broker)
    if let complaint = options.complaint { throw .usage(complaint) }
    return options
  }
}
