import KafkaModel

/// The settings of Kafka's broker that this one obeys, with Kafka's defaults beside them.
enum BrokerSettings {
  static func all(of broker: Broker) -> [ConfigSetting] {
    let (config, limits) = (broker.config, broker.config.limits)
    return
      (connection(config, limits) + group(config, limits) + transaction(config)
      + log(config, limits) + place(of: broker)).sorted { $0.name < $1.name }
  }

  private static func int<N: BinaryInteger>(
    _ name: String, _ value: N, _ standard: Int64?, _ kind: ConfigSetting.Kind = .int,
    isReadOnly: Bool = true
  ) -> ConfigSetting {
    ConfigSetting(
      name: name, value: "\(value)", kind: kind, standard: standard.map { "\($0)" },
      isReadOnly: isReadOnly)
  }

  private static func connection(
    _ config: EndpointConfig, _ limits: EndpointLimits
  ) -> [ConfigSetting] {
    let most = Int64(Int32.max)
    return [
      int("connections.max.idle.ms", config.connectionsMaxIdleMs, 600_000, .long),
      int("connections.max.reauth.ms", config.security.sessionLifetimeMs, 0, .long),
      int("max.connections", limits.connections, most, isReadOnly: false),
      int("max.connections.per.ip", limits.connectionsPerHost, most, isReadOnly: false),
      ConfigSetting(
        name: "max.connections.per.ip.overrides",
        value: "127.0.0.1:\(limits.loopbackConnections)", kind: .string, standard: "",
        isReadOnly: false),
      int("socket.request.max.bytes", limits.frameBytes, 104_857_600),
      int("fetch.max.bytes", limits.fetchBytes, 57_671_680),
      int("max.incremental.fetch.session.cache.slots", FetchSessions.slots, 1_000),
    ]
  }

  private static func group(_ config: EndpointConfig, _ limits: EndpointLimits) -> [ConfigSetting] {
    let group = config.coordinator
    return [
      int("group.initial.rebalance.delay.ms", group.initialRebalanceDelayMs, 3_000),
      int("group.max.session.timeout.ms", group.maxSessionTimeoutMs, 1_800_000),
      int("group.max.size", min(group.groupMaxSize, limits.members), Int64(Int32.max)),
      int("group.min.session.timeout.ms", group.minSessionTimeoutMs, 6_000),
      int("offset.metadata.max.bytes", group.offsetMetadataMaxBytes, 4_096),
      int("offsets.topic.num.partitions", config.offsetsTopicPartitions, 50),
      int("offsets.topic.replication.factor", 1, 3, .short),
    ]
  }

  private static func transaction(_ config: EndpointConfig) -> [ConfigSetting] {
    let transaction = config.coordinator
    return [
      int(
        "transaction.abort.timed.out.transaction.cleanup.interval.ms",
        transaction.transactionAbortIntervalMs, 10_000),
      int("transaction.max.timeout.ms", transaction.transactionMaxTimeoutMs, 900_000),
      int(
        "transaction.remove.expired.transaction.cleanup.interval.ms",
        transaction.transactionalIdExpirationIntervalMs, 3_600_000),
      int("transaction.state.log.num.partitions", config.transactionTopicPartitions, 50),
      int("transaction.state.log.replication.factor", 1, 3, .short),
      int("transactional.id.expiration.ms", transaction.transactionalIdExpirationMs, 604_800_000),
    ]
  }

  private static func log(_ config: EndpointConfig, _ limits: EndpointLimits) -> [ConfigSetting] {
    [
      ConfigSetting(
        name: "auto.create.topics.enable", value: "false", kind: .boolean, standard: "true"),
      int("default.replication.factor", 1, 1),
      int(
        "log.message.timestamp.after.max.ms", config.timestampAfterMaxMs, 3_600_000, .long,
        isReadOnly: false),
      int("log.retention.bytes", limits.logBytes, -1, .long, isReadOnly: false),
      int("message.max.bytes", limits.batchBytes, 1_048_588, isReadOnly: false),
      minInSync,
      int("num.partitions", config.defaultPartitions, 1),
    ]
  }

  /// A cluster sets this one for all brokers when it is formatted (KIP-966).
  static let minInSync = ConfigSetting(
    name: "min.insync.replicas", value: "1", kind: .int, standard: "1", setAt: .cluster,
    isReadOnly: false)

  private static func place(of broker: Broker) -> [ConfigSetting] {
    let listener = broker.config.security.protocolName
    return [
      int("node.id", Broker.node.value, nil),
      ConfigSetting(
        name: "listeners", value: "\(listener)://\(broker.config.host):\(broker.port)", kind: .list,
        standard: "PLAINTEXT://:9092"),
      ConfigSetting(
        name: "advertised.listeners", value: "\(listener)://\(broker.host):\(broker.port)",
        kind: .list, standard: nil),
    ]
  }
}
