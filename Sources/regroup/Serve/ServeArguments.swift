import ArgumentParser
import Endpoint
import Feed
import Glibc
import KafkaModel
import Live

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
    help: "Clients to start, each a Python process with confluent-kafka, 1 to 16.",
    transform: Arguments.count(1, 16))
  var spawn: Int?

  @Option(
    help: ArgumentHelp(
      "With --spawn: standard, static (members keep their place), or a script of your own.",
      valueName: "script"))
  var script = "standard"

  @Option(
    help: ArgumentHelp(
      "With --spawn: the Python to use (default: $REGROUP_PYTHON, else python3).",
      valueName: "path"))
  var python: String?

  @Option(
    name: .customShort("X"),
    help: ArgumentHelp("A broker's setting under Kafka's name.", valueName: "key=value"),
    transform: Arguments.setting)
  var settings: [SettingArgument] = []

  @OptionGroup var security: ListenerSecurityArguments

  static let standardTopic = ServeOptions.Topic(name: "peter-test06", partitions: 3)

  /// What is not safe, or will not work for clients.
  func warnings() throws(Failure) -> [String] {
    [openness, try security.warning(advertised: advertise ?? listen.host)].compactMap { $0 }
  }

  /// Where others than this machine can come from, everybody can: nobody is asked who it is.
  private var openness: String? {
    if listen.isLoopback || security.asksWho { return nil }
    return "\(listen.host) can be reached from other machines, and this broker asks nobody who"
      + " they are"
  }

  private func checkRanges() throws(Failure) {
    if group?.isEmpty == true { throw .usage("--group: it must have a name") }
    if let spawn, !(1...16).contains(spawn) {
      throw .usage("--spawn \(spawn): it must be from 1 to 16")
    }
    if let produceRate, !(0...10_000).contains(produceRate) {
      throw .usage("--produce-rate \(produceRate): it must be from 0 to 10000")
    }
  }

  private func spawnOptions() throws(Failure) -> SpawnOptions? {
    guard let spawn else {
      if python != nil || script != "standard" {
        throw .usage("--script and --python: there are no clients without --spawn")
      }
      return nil
    }
    return SpawnOptions(
      count: spawn, command: [try PythonProgram.path(python)] + (try scriptArguments()),
      isStatic: script == "static", environment: HostProcess.environment)
  }

  /// A script of the program's own is given as text, so that no file has to be found.
  private func scriptArguments() throws(Failure) -> [String] {
    switch script {
    case "standard": return ["-u", "-c", ClientScripts.standard]
    case "static": return ["-u", "-c", ClientScripts.static]
    default:
      guard access(script, R_OK) == 0 else {
        throw .usage(
          "--script \(script): \(String(cString: strerror(errno))); there are standard, static,"
            + " or the path of a script")
      }
      return ["-u", script]
    }
  }

  func options() throws(Failure) -> ServeOptions {
    try checkRanges()
    if listen.isEverywhere, advertise == nil {
      throw .usage(
        "--listen \(listen.host): --advertise HOST has to say what clients connect to")
    }
    var config = EndpointConfig()
    (config.host, config.port) = (listen.host, listen.port)
    config.advertisedHost = advertise
    config.seed = UInt64.random(in: 0 ... .max)
    try BrokerArguments.set(settings, in: &config)
    config.security = try security.security()
    if spawn != nil, !security.isEmpty {
      throw .usage("--spawn: its clients know of no certificates and passwords")
    }
    let topics = topic.map { ServeOptions.Topic(name: $0.name, partitions: $0.partitions) }
    var options = ServeOptions(
      endpoint: config,
      topics: topics.isEmpty ? [Self.standardTopic] : topics,
      group: group.map { GroupId($0) })
    options.produceRatePerSecond = produceRate ?? 0
    options.spawn = try spawnOptions()
    if options.spawn != nil, options.group == nil { options.group = "peter-consumer01" }
    return options
  }
}
