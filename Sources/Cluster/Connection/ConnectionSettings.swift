import KafkaSecurity

/// How one of our processes talks to brokers.
public struct ConnectionSettings: Hashable, Sendable {
  public var clientId: String
  public var caps: VersionCaps
  /// TLS and SASL.
  public var security = ConnectionSecurity()
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

  /// Takes over what a user has set.
  public mutating func take(_ config: ConnectionConfig) {
    security = config.security
    if let id = config.clientId { clientId = id }
    if let ms = config.requestTimeoutMs { requestTimeoutMs = ms }
    if let ms = config.connectTimeoutMs { connectTimeoutMs = ms }
    if let ms = config.reconnectBackoffMs { reconnectBackoffMs = ms }
    if let ms = config.reconnectBackoffMaxMs { reconnectBackoffMaxMs = ms }
    reconnectBackoffMaxMs = max(reconnectBackoffMs, reconnectBackoffMaxMs)
  }

  /// How long to wait after `failures` failed attempts in a row. `isFinal`: the next one will most
  /// likely fail, too, and brokers lock out whoever tries passwords.
  func backoffMs(afterFailures failures: Int, isFinal: Bool = false) -> Int64 {
    let doublings = Int64(min(max(failures - 1, 0), 16))
    return isFinal
      ? min(Self.finalBackoffMaxMs, Self.finalBackoffMs << doublings)
      : min(reconnectBackoffMaxMs, reconnectBackoffMs << doublings)
  }

  private static let finalBackoffMs: Int64 = 1_000
  private static let finalBackoffMaxMs: Int64 = 30_000
}
