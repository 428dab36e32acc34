import KafkaModel

/// The settings that Kafka 4.3 knows of a topic (`LogConfig`), with its defaults. What a topic was
/// made with is kept and told, but none is obeyed here.
enum TopicSettings {
  private struct Known {
    let name: String
    let standard: String
    let kind: ConfigSetting.Kind
    /// The broker's setting that counts where the topic has none of its own.
    let broker: String?

    init(_ name: String, _ standard: String, _ kind: ConfigSetting.Kind, _ broker: String?) {
      (self.name, self.standard, self.kind, self.broker) = (name, standard, kind, broker)
    }
  }

  private static let all = [
    Known("cleanup.policy", "delete", .list, "log.cleanup.policy"),
    Known("compression.gzip.level", "-1", .int, "compression.gzip.level"),
    Known("compression.lz4.level", "9", .int, "compression.lz4.level"),
    Known("compression.type", "producer", .string, "compression.type"),
    Known("compression.zstd.level", "3", .int, "compression.zstd.level"),
    Known("delete.retention.ms", "86400000", .long, "log.cleaner.delete.retention.ms"),
    Known("file.delete.delay.ms", "60000", .long, "log.segment.delete.delay.ms"),
    Known("flush.messages", "9223372036854775807", .long, "log.flush.interval.messages"),
    Known("flush.ms", "9223372036854775807", .long, nil),
    Known("follower.replication.throttled.replicas", "", .list, nil),
    Known("index.interval.bytes", "4096", .int, "log.index.interval.bytes"),
    Known("leader.replication.throttled.replicas", "", .list, nil),
    Known("local.retention.bytes", "-2", .long, "log.local.retention.bytes"),
    Known("local.retention.ms", "-2", .long, "log.local.retention.ms"),
    Known(
      "max.compaction.lag.ms", "9223372036854775807", .long,
      "log.cleaner.max.compaction.lag.ms"),
    Known("max.message.bytes", "1048588", .int, "message.max.bytes"),
    Known("message.timestamp.after.max.ms", "3600000", .long, "log.message.timestamp.after.max.ms"),
    Known(
      "message.timestamp.before.max.ms", "9223372036854775807", .long,
      "log.message.timestamp.before.max.ms"),
    Known("message.timestamp.type", "CreateTime", .string, "log.message.timestamp.type"),
    Known("min.cleanable.dirty.ratio", "0.5", .double, "log.cleaner.min.cleanable.ratio"),
    Known("min.compaction.lag.ms", "0", .long, "log.cleaner.min.compaction.lag.ms"),
    Known("min.insync.replicas", "1", .int, "min.insync.replicas"),
    Known("preallocate", "false", .boolean, "log.preallocate"),
    Known("remote.log.copy.disable", "false", .boolean, nil),
    Known("remote.log.delete.on.disable", "false", .boolean, nil),
    Known("remote.storage.enable", "false", .boolean, nil),
    Known("retention.bytes", "-1", .long, "log.retention.bytes"),
    Known("retention.ms", "604800000", .long, nil),
    Known("segment.bytes", "1073741824", .int, "log.segment.bytes"),
    Known("segment.index.bytes", "10485760", .int, "log.index.size.max.bytes"),
    Known("segment.jitter.ms", "0", .long, nil),
    Known("segment.ms", "604800000", .long, nil),
    Known("unclean.leader.election.enable", "false", .boolean, "unclean.leader.election.enable"),
  ]

  private static let choices = [
    "cleanup.policy": ["compact", "delete"],
    "compression.type": ["uncompressed", "zstd", "lz4", "snappy", "gzip", "producer"],
    "message.timestamp.type": ["CreateTime", "LogAppendTime"],
  ]

  /// A text is kept as long as its topic.
  private static let mostUnits = 1_000

  /// Why a topic cannot have the setting; nil where it can.
  static func fault(_ config: CreateTopicsRequest.Config) -> String? {
    guard let known = all.first(where: { $0.name == config.name }) else {
      return "Unknown topic config name: \(config.name)"
    }
    guard let value = config.value else {
      return "Null value not supported for topic configs: \(config.name)"
    }
    if value.utf16.count > mostUnits { return "The value of \(config.name) is too long." }
    return (known.kind.fault(value) ?? choiceFault(of: value, config.name)).map {
      "Invalid value \(value) for configuration \(config.name): \($0)"
    }
  }

  private static func choiceFault(of value: String, _ name: String) -> String? {
    guard let choices = choices[name] else { return nil }
    let isRight = value.split(separator: ",").allSatisfy { part in
      choices.contains { $0 == part.trimmingPrefix(" ") }
    }
    return isRight ? nil : "String must be one of: \(choices.joined(separator: ", "))"
  }

  /// The last of a name counts.
  static func own(_ given: [CreateTopicsRequest.Config]) -> [String: String] {
    given.reduce(into: [:]) { $0[$1.name] = $1.value }
  }

  /// As CreateTopics tells them of a new topic: with Kafka's defaults.
  static func told(_ own: [String: String]) -> [CreateTopicsResponse.Config] {
    all.map { known in
      if let value = own[known.name] {
        return .init(
          name: known.name, value: value, configSource: ConfigSetting.Source.topic.rawValue)
      }
      let isCluster = known.name == BrokerSettings.minInSync.name
      let source = isCluster ? ConfigSetting.Source.cluster : .standard
      return .init(name: known.name, value: known.standard, configSource: source.rawValue)
    }
  }

  /// As DescribeConfigs tells them: what the broker does where a topic has none of its own.
  static func described(
    _ own: [String: String], _ broker: [ConfigSetting], withSynonyms: Bool
  ) -> [DescribeConfigsResponse.Config] {
    all.map { known in
      let synonyms = synonyms(of: known, own[known.name], broker)
      return .init(
        name: known.name, value: synonyms.first?.value ?? known.standard,
        configSource: synonyms.first?.source ?? ConfigSetting.Source.standard.rawValue,
        synonyms: withSynonyms ? synonyms : [], configType: known.kind.rawValue)
    }
  }

  private static func synonyms(
    of known: Known, _ own: String?, _ broker: [ConfigSetting]
  ) -> [DescribeConfigsResponse.Synonym] {
    let topic = own.map {
      DescribeConfigsResponse.Synonym(
        name: known.name, value: $0, source: ConfigSetting.Source.topic.rawValue)
    }
    guard let name = known.broker else { return topic.map { [$0] } ?? [] }
    let set = broker.first { $0.name == name }?.synonyms
    let standard = DescribeConfigsResponse.Synonym(
      name: name, value: known.standard, source: ConfigSetting.Source.standard.rawValue)
    return (topic.map { [$0] } ?? []) + (set ?? [standard])
  }
}
