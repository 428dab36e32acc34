import KafkaModel
import KafkaSecurity

/// What is to be watched, and how often it is asked for.
public struct WatchOptions: Hashable, Sendable {
  public var bootstrap: [BrokerAddress]
  public var group: GroupId
  public var intervalMs: Int64
  public var caps = VersionCaps()
  /// How to connect.
  public var connection = ConnectionConfig()
  /// Members stand in the order of the broker's answer, not of their names.
  public var keepsOrder = false
  /// Also the leader epochs of what is committed are kept.
  public var keepsEpochs = false

  /// Ten times a second is as often as is bearable for a broker.
  public static let intervalsMs: ClosedRange<Int64> = 100...3_600_000
  public static let standardIntervalMs: Int64 = 1_000

  public init(
    bootstrap: [BrokerAddress], group: GroupId, intervalMs: Int64 = Self.standardIntervalMs
  ) {
    self.bootstrap = bootstrap
    self.group = group
    self.intervalMs = intervalMs
  }

  /// While a group rebalances it is asked more often, so that the rebalance is timed better.
  private var busyIntervalMs: Int64 { max(Self.intervalsMs.lowerBound, intervalMs / 4) }

  /// How long to wait after an answer: until the next multiple of the interval, so that with whole
  /// seconds it is asked as the clock on the screen goes on; answers that take long are not hunted.
  func waitMs(_ nowMs: Int64, isBusy: Bool) -> Int64 {
    let interval = isBusy ? busyIntervalMs : intervalMs
    return max(interval / 4, interval - nowMs % interval)
  }
}
