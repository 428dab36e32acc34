import KafkaModel

/// The settings that Kafka 4.3 knows of a topic (`LogConfig`), with its defaults. None is obeyed
/// here.
enum TopicSettings {
  private static let defaults: [(name: String, value: String)] = [
    ("cleanup.policy", "delete"),
    ("compression.gzip.level", "-1"),
    ("compression.lz4.level", "9"),
    ("compression.type", "producer"),
    ("compression.zstd.level", "3"),
    ("delete.retention.ms", "86400000"),
    ("file.delete.delay.ms", "60000"),
    ("flush.messages", "9223372036854775807"),
    ("flush.ms", "9223372036854775807"),
    ("follower.replication.throttled.replicas", ""),
    ("index.interval.bytes", "4096"),
    ("leader.replication.throttled.replicas", ""),
    ("local.retention.bytes", "-2"),
    ("local.retention.ms", "-2"),
    ("max.compaction.lag.ms", "9223372036854775807"),
    ("max.message.bytes", "1048588"),
    ("message.timestamp.after.max.ms", "3600000"),
    ("message.timestamp.before.max.ms", "9223372036854775807"),
    ("message.timestamp.type", "CreateTime"),
    ("min.cleanable.dirty.ratio", "0.5"),
    ("min.compaction.lag.ms", "0"),
    ("min.insync.replicas", "1"),
    ("preallocate", "false"),
    ("remote.log.copy.disable", "false"),
    ("remote.log.delete.on.disable", "false"),
    ("remote.storage.enable", "false"),
    ("retention.bytes", "-1"),
    ("retention.ms", "604800000"),
    ("segment.bytes", "1073741824"),
    ("segment.index.bytes", "10485760"),
    ("segment.jitter.ms", "0"),
    ("segment.ms", "604800000"),
    ("unclean.leader.election.enable", "false"),
  ]

  static func isKnown(_ name: String) -> Bool { defaults.contains { $0.name == name } }

  /// As CreateTopics tells them of a new topic.
  static func told(
    _ given: [CreateTopicsRequest.Config]
  ) -> [CreateTopicsResponse.Config] {
    defaults.map { name, value in
      if let own = given.first(where: { $0.name == name }) {
        return .init(name: name, value: own.value, configSource: Source.topic)
      }
      // A cluster sets this one for all brokers when it is formatted (KIP-966).
      let isCluster = name == "min.insync.replicas"
      return .init(
        name: name, value: value, configSource: isCluster ? Source.cluster : Source.standard)
    }
  }

  /// `ConfigSource`.
  private enum Source {
    static let topic: Int8 = 1
    static let cluster: Int8 = 3
    static let standard: Int8 = 5
  }
}
