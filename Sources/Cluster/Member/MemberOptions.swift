import Client
import Feed
import KafkaModel
import KafkaSecurity

/// What a member process is told by the drive that starts it: on its command line, and what may
/// hold secrets in the first line of its standard input.
public struct MemberOptions: Hashable, Sendable {
  public var bootstrap: [BrokerAddress]
  public var slot: MemberSlot
  /// `MonotonicClock.originMs` of the drive, so that all tell the same time.
  public var originMs: Int64
  public var seed: UInt64
  /// Records a second that its application works off.
  public var processRatePerSecond: Int64
  public var caps: VersionCaps
  public var config: ConsumerConfig
  /// The settings that were given (`-X key=value`), in their order.
  public var settings: [String]
  /// nil: its application only reads.
  public var transform: TransformOptions?
  /// Never on the command line, which anybody can list.
  public var connection = ConnectionConfig()
  /// The connection is yet to come, on standard input.
  var awaitsConnection = false

  public init(
    bootstrap: [BrokerAddress], slot: MemberSlot, originMs: Int64, seed: UInt64,
    processRatePerSecond: Int64, caps: VersionCaps, config: ConsumerConfig, settings: [String],
    transform: TransformOptions? = nil
  ) {
    self.bootstrap = bootstrap
    self.slot = slot
    self.originMs = originMs
    self.seed = seed
    self.processRatePerSecond = processRatePerSecond
    self.caps = caps
    self.config = config
    self.settings = settings
    self.transform = transform
  }

  /// The command line, without the program and its command.
  public var arguments: [String] {
    var list = [
      "bootstrap=" + bootstrap.map(\.description).joined(separator: ","),
      "slot=\(slot.index)", "origin=\(originMs)", "seed=\(seed)",
      "rate=\(processRatePerSecond)", "caps=\(caps)",
      "group=\(config.groupId)", "client=\(config.clientId)",
    ]
    if let instance = config.groupInstanceId { list.append("instance=\(instance)") }
    list += config.topics.map { "topic=\($0)" }
    list += settings.map { "set=\($0)" }
    if needsConnection { list.append("connection=stdin") }
    return list + (transform?.arguments ?? [])
  }

  /// Whether there is more to know of connections than is usual.
  var needsConnection: Bool { connection != ConnectionConfig() }

  /// The same again; nil where something is missing or not understood.
  public init?(arguments: [String]) {
    var values: [String: [String]] = [:]
    for argument in arguments {
      guard let equals = argument.firstIndex(of: "=") else { return nil }
      let value = String(argument[argument.index(after: equals)...])
      values[String(argument[..<equals]), default: []].append(value)
    }
    func first(_ key: String) -> String { values[key]?.first ?? "" }
    guard let bootstrap = BrokerAddress.list(first("bootstrap")), let slot = Int(first("slot")),
      slot >= 0, let originMs = Int64(first("origin")), let seed = UInt64(first("seed")),
      let rate = Int64(first("rate")), let caps = VersionCaps(first("caps")),
      !first("group").isEmpty, let topics = values["topic"]
    else { return nil }
    var config = ConsumerConfig(
      groupId: GroupId(first("group")), clientId: ClientId(first("client")),
      groupInstanceId: values["instance"]?.first.map { InstanceId($0) },
      topics: topics.map { TopicName($0) })
    let transform = TransformOptions(first)
    if transform == nil, values["transactional"] != nil { return nil }
    let settings = values["set"] ?? []
    do throws(ConfigError) {
      try config.set(settings)
    } catch {
      return nil
    }
    self.init(
      bootstrap: bootstrap, slot: MemberSlot(slot), originMs: originMs, seed: seed,
      processRatePerSecond: rate, caps: caps, config: config, settings: settings,
      transform: transform)
    awaitsConnection = first("connection") == "stdin"
  }
}

extension ConsumerConfig {
  /// Sets a list of `key=value`, whatever its order: what does not fit before another one is set
  /// is tried again after it.
  mutating func set(_ settings: [String]) throws(ConfigError) {
    var left = settings
    while !left.isEmpty {
      var refused: [String] = []
      var first: ConfigError?
      for setting in left {
        do throws(ConfigError) {
          try set(setting: setting)
        } catch {
          first = first ?? error
          refused.append(setting)
        }
      }
      if let first, refused.count == left.count { throw first }
      left = refused
    }
  }

  private mutating func set(setting: String) throws(ConfigError) {
    guard let equals = setting.firstIndex(of: "=") else {
      throw ConfigError(key: setting, value: "", reason: "must be key=value")
    }
    try set(String(setting[..<equals]), String(setting[setting.index(after: equals)...]))
  }
}
