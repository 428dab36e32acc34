/// What foreign clients can make the broker hold at most.
public struct EndpointLimits: Hashable, Sendable {
  public var connections = 256
  /// For one request, without its four bytes of length.
  public var frameBytes = 16 << 20
  public var topics = 500
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
