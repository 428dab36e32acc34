import ArgumentParser
import Endpoint
import Feed
import KafkaModel

/// What is served, as arguments.
struct ServeArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Where to listen; port 0 = any (default: 127.0.0.1:9092).", valueName: "host:port"),
    transform: BrokerArguments.listen)
  var listen = ListenArgument(host: "127.0.0.1", port: 9092)

  @Option(help: "The host that clients are told to connect to (default: that of --listen).")
  var advertise: String?

  @Option(
    help: ArgumentHelp(
      "A topic to begin with and its partitions; repeat it for more (default: peter-test06:3).",
      valueName: "topic:partitions"), transform: Arguments.topic)
  var topic: [TopicArgument] = []

  @Option(help: "The group to show (default: the first that appears).")
  var group: String?

  @Option(
    help: "Records a second written to each partition of --topic, 0 to 10000 (default: 0).",
    transform: Arguments.rate(0, 10_000))
  var produceRate: Int64?

  @Option(
    name: .customShort("X"),
    help: ArgumentHelp("A broker's setting under Kafka's name.", valueName: "key=value"),
    transform: Arguments.setting)
  var settings: [SettingArgument] = []

  /// Where others than this machine can come from, everybody can: nobody is asked who it is.
  var warning: String? {
    if listen.isLoopback { return nil }
    return "regroup: warning: \(listen.host) can be reached from other machines, and this broker"
      + " asks nobody who they are"
  }

  func options() throws(Failure) -> ServeOptions {
    var config = EndpointConfig()
    (config.host, config.port) = (listen.host, listen.port)
    config.advertisedHost = advertise
    config.seed = UInt64.random(in: 0 ... .max)
    try BrokerArguments.set(settings, in: &config)
    let topics = topic.map { ServeOptions.Topic(name: $0.name, partitions: $0.partitions) }
    var options = ServeOptions(
      endpoint: config,
      topics: topics.isEmpty ? [.init(name: "peter-test06", partitions: 3)] : topics,
      group: group.map { GroupId($0) })
    options.produceRatePerSecond = produceRate ?? 0
    return options
  }
}
