/// What foreign clients can make the broker hold at most.
public struct EndpointLimits: Hashable, Sendable {
  /// Of all hosts together (`max.connections`): a class of 100 members, each with three or four
  /// connections, and those who watch.
  public var connections = 600
  /// `max.connections.per.ip`: whoever is alone at one address cannot keep all others out.
  public var connectionsPerHost = 300
  /// The same for this machine, where a whole class may run (`max.connections.per.ip.overrides`).
  public var loopbackConnections = 600
  /// For one request, without its four bytes of length.
  public var frameBytes = 16 << 20
  /// Of half frames that came in and of answers that nobody took yet, in all connections.
  public var pendingBytes = 256 << 20
  /// `fetch.max.bytes`: for one answer, beyond its first batch.
  public var fetchBytes = 57_671_680
  public var groups = 10_000
  /// Of one group, with the ids that were handed out; `group.max.size` may be less.
  public var members = 10_000
  /// What one member may say of itself, in all its protocols.
  public var metadataBytes = 1 << 20
  public var protocols = 64
  /// What members say of themselves and are assigned, in all groups.
  public var groupBytes = 256 << 20
  /// Of a group's plan.
  public var planBytes = 8 << 20
  /// Records of all groups that count (`__consumer_offsets`).
  public var offsets = 500_000
  public var topics = 500
  /// Topics and brokers whose settings one request may ask for.
  public var describedResources = 1_000
  /// `max.request.partition.size.limit`: of one page of topics.
  public var describedPartitions = 2_000
  /// Producer ids of partitions that one answer tells of.
  public var describedProducers = 100_000
  /// Ids that transactional producers may bring.
  public var transactionalIds = 10_000
  /// Of all topics together.
  public var partitions: Int32 = 4_000
  /// `max.message.bytes`: for one batch.
  public var batchBytes = 1_048_588
  /// `retention.bytes`: what is older leaves a partition's log.
  public var logBytes = 16 << 20
  /// The same for a partition of a coordinator's log, once only the newest of each key is left.
  public var internalLogBytes = 1 << 20
  /// Of all logs together; then records are refused.
  public var allLogBytes = 512 << 20

  public init() {}
}
