import KafkaModel

/// The settings of a consumer, under Kafka's names and with Kafka 4.3's defaults.
///
/// One differs: `partition.assignment.strategy` is `range` alone, which is what Kafka's default
/// list comes to under the eager protocol.
public struct ConsumerConfig: Hashable, Sendable, BackoffSettings {
  public var groupId: GroupId
  public var clientId: ClientId
  /// Makes the member static (KIP-345).
  public var groupInstanceId: InstanceId?
  /// The subscription, in text order.
  public var topics: [TopicName] { didSet { topics.sort() } }
  public var sessionTimeoutMs: Int64 = 45_000
  public var heartbeatIntervalMs: Int64 = 3_000
  public var maxPollIntervalMs: Int64 = 300_000
  public var maxPollRecords: Int64 = 500
  /// `partition.assignment.strategy`: names of assignors in order of preference.
  public var assignors: [String] = ["range"]
  public var enableAutoCommit = true
  public var autoCommitIntervalMs: Int64 = 5_000
  public var autoOffsetReset = AutoOffsetReset.latest
  public var isolationLevel = IsolationLevel.readUncommitted
  /// `client.rack`.
  public var clientRack: String?
  public var retryBackoffMs: Int64 = 100
  public var retryBackoffMaxMs: Int64 = 1_000
  public var requestTimeoutMs: Int64 = 30_000
  public var fetchMinBytes: Int32 = 1
  public var fetchMaxWaitMs: Int32 = 500
  public var metadataMaxAgeMs: Int64 = 300_000

  public init(
    groupId: GroupId, clientId: ClientId, groupInstanceId: InstanceId? = nil,
    topics: [TopicName]
  ) {
    self.groupId = groupId
    self.clientId = clientId
    self.groupInstanceId = groupInstanceId
    self.topics = topics.sorted()
  }
}

/// `auto.offset.reset`: where to begin when nothing is committed.
public enum AutoOffsetReset: String, Hashable, Sendable, CaseIterable {
  case earliest
  case latest
  /// Nowhere: poll() fails.
  case none
}
