/// How one of our processes talks to brokers.
public struct ConnectionSettings: Hashable, Sendable {
  public var clientId: String
  public var caps: VersionCaps
  public var connectTimeoutMs: Int64 = 5_000
  /// `request.timeout.ms`, where a request has no longer one of its own.
  public var requestTimeoutMs: Int64 = 30_000
  /// `reconnect.backoff.ms` and `reconnect.backoff.max.ms`.
  public var reconnectBackoffMs: Int64 = 50
  public var reconnectBackoffMaxMs: Int64 = 1_000
  /// The longest frame that is taken from a broker.
  public var frameLimit = 100 * 1_024 * 1_024

  public init(clientId: String, caps: VersionCaps = VersionCaps()) {
    self.clientId = clientId
    self.caps = caps
  }

  /// How long to wait after `failures` failed attempts in a row.
  func backoffMs(afterFailures failures: Int) -> Int64 {
    min(reconnectBackoffMaxMs, reconnectBackoffMs << Int64(min(max(failures - 1, 0), 16)))
  }
}
