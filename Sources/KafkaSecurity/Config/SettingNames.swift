/// Which settings are followed here, and what is said of the others.
enum SettingNames {
  /// TLS, where the protocol has it.
  static let tls = [
    "ssl.enabled.protocols", "ssl.endpoint.identification.algorithm", "ssl.key.password",
    "ssl.keystore.certificate.chain", "ssl.keystore.key", "ssl.keystore.location",
    "ssl.keystore.type", "ssl.protocol", "ssl.truststore.certificates", "ssl.truststore.location",
    "ssl.truststore.type",
  ]
  /// SASL, where the protocol has it.
  static let sasl = ["sasl.jaas.config", "sasl.mechanism"]
  /// Patience, and who one is.
  static let times = [
    "client.id", "reconnect.backoff.max.ms", "reconnect.backoff.ms", "request.timeout.ms",
    "socket.connection.setup.timeout.ms",
  ]

  static let followed = ["security.protocol"] + tls + sasl + times

  /// Names of librdkafka's, whose files are no Java properties, with Kafka's for the same.
  static let librdkafka = [
    "bootstrap.brokers": "--bootstrap-server",
    "enable.ssl.certificate.verification":
      "none: certificates are always verified, and an empty ssl.endpoint.identification.algorithm "
      + "leaves out the host name",
    "metadata.broker.list": "--bootstrap-server",
    "sasl.mechanisms": "sasl.mechanism",
    "sasl.password": "sasl.jaas.config with password=\"\"",
    "sasl.username": "sasl.jaas.config with username=\"\"",
    "ssl.ca.location": "ssl.truststore.location with ssl.truststore.type=PEM",
    "ssl.ca.pem": "ssl.truststore.certificates with ssl.truststore.type=PEM",
    "ssl.certificate.location": "ssl.keystore.location with ssl.keystore.type=PEM",
    "ssl.certificate.pem": "ssl.keystore.certificate.chain with ssl.keystore.type=PEM",
    "ssl.key.location": "ssl.keystore.location, a file with key and certificates",
    "ssl.key.pem": "ssl.keystore.key with ssl.keystore.type=PEM",
  ]

  /// They change who one is or whom one trusts, so that they cannot be passed over.
  static let notSpoken = [
    "sasl.client.callback.handler.class", "sasl.login.callback.handler.class", "sasl.login.class",
    "ssl.cipher.suites", "ssl.engine.factory.class",
  ]

  /// Kafka's, for clients of every kind, without a meaning where one only connects.
  static func isPassedOver(_ key: String) -> Bool {
    prefixes.contains { key.hasPrefix($0) } || others.contains(key)
  }

  private static let prefixes = [
    "config.providers", "sasl.kerberos.", "sasl.login.", "sasl.oauthbearer.", "metrics.",
  ]

  private static let others = [
    "acks", "allow.auto.create.topics", "auto.commit.interval.ms", "auto.include.jmx.reporter",
    "auto.offset.reset", "batch.size", "bootstrap.controllers", "bootstrap.servers",
    "buffer.memory", "check.crcs", "client.dns.lookup", "client.rack", "compression.gzip.level",
    "compression.lz4.level", "compression.type", "compression.zstd.level",
    "connections.max.idle.ms", "default.api.timeout.ms", "delivery.timeout.ms",
    "enable.auto.commit", "enable.idempotence", "enable.metrics.push", "exclude.internal.topics",
    "fetch.max.bytes", "fetch.max.wait.ms", "fetch.min.bytes", "group.id", "group.instance.id",
    "group.protocol", "group.remote.assignor", "heartbeat.interval.ms", "interceptor.classes",
    "isolation.level", "key.deserializer", "key.serializer", "linger.ms", "max.block.ms",
    "max.in.flight.requests.per.connection", "max.partition.fetch.bytes", "max.poll.interval.ms",
    "max.poll.records", "max.request.size", "metadata.max.age.ms", "metadata.max.idle.ms",
    "metadata.recovery.rebootstrap.trigger.ms", "metadata.recovery.strategy", "metric.reporters",
    "partition.assignment.strategy", "partitioner.adaptive.partitioning.enable",
    "partitioner.availability.timeout.ms", "partitioner.class", "partitioner.ignore.keys",
    "receive.buffer.bytes", "retries", "retry.backoff.max.ms", "retry.backoff.ms",
    "security.providers", "send.buffer.bytes", "session.timeout.ms",
    "share.acknowledgement.mode", "share.acquire.mode",
    "socket.connection.setup.timeout.max.ms", "ssl.keymanager.algorithm",
    "ssl.keystore.password", "ssl.provider", "ssl.secure.random.implementation",
    "ssl.trustmanager.algorithm", "ssl.truststore.password", "transaction.timeout.ms",
    "transaction.two.phase.commit.enable", "transactional.id", "value.deserializer",
    "value.serializer",
  ]
}

extension ConfigEntry {
  /// Whether only a reader of connections is to see it: it is about them, or may hold a secret.
  public static func isOfConnections(_ key: String) -> Bool {
    let small = key.lowercased()
    let prefixes = ["ssl.", "sasl.", "security.", "socket.", "reconnect.", "config.providers"]
    return prefixes.contains { small.hasPrefix($0) }
      || ["password", "secret", "token"].contains { small.contains($0) }
      || SettingNames.librdkafka[small] != nil
  }
}
