import Coordinator

/// How a broker of our own behaves: Kafka's settings, limits, and delays that a real cluster has.
public struct EndpointConfig: Hashable, Sendable {
  /// Where it listens.
  public var host = "127.0.0.1"
  /// 0: the system chooses one.
  public var port = 0
  /// What Metadata and FindCoordinator name, in place of `host` (`advertised.listeners`).
  public var advertisedHost: String?
  public var coordinator = CoordinatorConfig()
  /// `num.partitions`.
  public var defaultPartitions: Int32 = 1
  /// `offsets.topic.num.partitions`.
  public var offsetsTopicPartitions: Int32 {
    get { coordinator.offsetsTopicPartitions }
    set { coordinator.offsetsTopicPartitions = newValue }
  }
  /// `transaction.state.log.num.partitions`.
  public var transactionTopicPartitions: Int32 = 50
  /// `message.timestamp.after.max.ms`.
  public var timestampAfterMaxMs: Int64 = 3_600_000
  /// How far what the broker shows is behind what was decided: a new topic is unknown so long, then
  /// without leaders so long; a deleted one is shown so long.
  public var metadataDelayMs: Int64 = 0
  /// How long the first FindCoordinator makes everybody wait: `__consumer_offsets` is being made.
  public var offsetsTopicDelayMs: Int64 = 0
  /// Put into every answer, as a quota would.
  public var throttleTimeMs: Int32 = 0
  /// `connections.max.idle.ms`: for a connection that asks nothing.
  public var connectionsMaxIdleMs: Int64 = 600_000
  /// For the first request, for the rest of one that has begun, and for taking an answer.
  public var patienceMs: Int64 = 30_000
  public var limits = EndpointLimits()
  /// TLS and SASL.
  public var security = EndpointSecurity()
  /// Makes ids of members and topics.
  public var seed: UInt64 = 1

  public init() {}
}
