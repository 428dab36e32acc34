import ArgumentParser
import Client
import Endpoint
import Glibc

/// What a broker is made of, as arguments.
struct BrokerArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp("Where to listen; port 0 = any.", valueName: "host:port"),
    transform: BrokerArguments.listen)
  var listen = ListenArgument(host: "127.0.0.1", port: 0)

  @Option(help: "The host that clients are told to connect to.")
  var advertise: String?

  @Option(
    help: ArgumentHelp("A topic and its partitions.", valueName: "topic:partitions"),
    transform: Arguments.topic)
  var topic: [TopicArgument] = []

  @Option(help: "Milliseconds that metadata is behind.")
  var metadataDelay: Int64 = 0

  @Option(help: "Milliseconds that the first FindCoordinator makes clients wait.")
  var offsetsTopicDelay: Int64 = 0

  @Option(help: "Milliseconds of throttling to put into every answer.")
  var throttle: Int32 = 0

  @Option(
    name: .customShort("X"),
    help: ArgumentHelp("A broker's setting under Kafka's name.", valueName: "key=value"),
    transform: Arguments.setting)
  var settings: [SettingArgument] = []

  @OptionGroup var security: ListenerSecurityArguments

  static func listen(_ text: String) throws -> ListenArgument {
    guard let listen = ListenArgument(text) else {
      throw ValidationError("it must be ADDRESS:PORT, such as 127.0.0.1:9092")
    }
    return listen
  }

  func validate() throws {
    for delay in [metadataDelay, offsetsTopicDelay, Int64(throttle)]
    where !(0...60_000).contains(delay) {
      throw ValidationError("delays are from 0 to 60000 ms")
    }
  }

  func config() throws(Failure) -> EndpointConfig {
    var config = EndpointConfig()
    (config.host, config.port) = (listen.host, listen.port)
    config.advertisedHost = advertise
    config.metadataDelayMs = metadataDelay
    config.offsetsTopicDelayMs = offsetsTopicDelay
    config.throttleTimeMs = throttle
    config.security = try security.security()
    config.seed = UInt64.random(in: 0 ... .max)
    try Self.set(settings, in: &config)
    return config
  }

  /// `-X` of a broker.
  static func set(
    _ settings: [SettingArgument], in config: inout EndpointConfig
  ) throws(Failure) {
    for setting in settings {
      do throws(ConfigError) {
        guard try BrokerSettings.set(setting, in: &config.coordinator) else {
          throw ConfigError(
            key: setting.key, value: setting.value,
            reason: "there are " + BrokerSettings.keys.joined(separator: ", "))
        }
      } catch {
        throw .usage("-X \(error)")
      }
    }
  }
}
