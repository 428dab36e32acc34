/// The broker settings that group and transaction coordinators obey, with Kafka's defaults.
public struct CoordinatorConfig: Hashable, Sendable {
  /// `group.initial.rebalance.delay.ms`.
  public var initialRebalanceDelayMs: Int64 = 3000
  /// `group.min.session.timeout.ms`.
  public var minSessionTimeoutMs: Int32 = 6000
  /// `group.max.session.timeout.ms`.
  public var maxSessionTimeoutMs: Int32 = 1_800_000
  /// `group.max.size`.
  public var groupMaxSize: Int = Int(Int32.max)
  /// `offset.metadata.max.bytes`; Kafka compares it with the number of UTF-16 units.
  public var offsetMetadataMaxBytes: Int = 4096
  /// How long a new member may wait in its first join phase; fixed in Kafka.
  public var newMemberJoinTimeoutMs: Int64 = 300_000
  /// `offsets.topic.num.partitions`: a transaction commits a group's offsets in one of them.
  public var offsetsTopicPartitions: Int32 = 50
  /// `transaction.max.timeout.ms`.
  public var transactionMaxTimeoutMs: Int32 = 900_000
  /// `transaction.abort.timed.out.transaction.cleanup.interval.ms`.
  public var transactionAbortIntervalMs: Int64 = 10_000
  /// `transactional.id.expiration.ms`: 7 days.
  public var transactionalIdExpirationMs: Int64 = 604_800_000
  /// `transaction.remove.expired.transaction.cleanup.interval.ms`.
  public var transactionalIdExpirationIntervalMs: Int64 = 3_600_000

  public init() {}
}
