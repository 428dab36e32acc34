/// How one connects to brokers: security, and how long to be patient.
public struct ConnectionConfig: Hashable, Sendable {
  public var security = ConnectionSecurity()
  /// `client.id`; nil: the caller's choice.
  public var clientId: String?
  /// `request.timeout.ms`; nil: the caller's choice.
  public var requestTimeoutMs: Int64?
  /// `socket.connection.setup.timeout.ms`; nil: the caller's choice.
  public var connectTimeoutMs: Int64?
  /// `reconnect.backoff.ms`; nil: the caller's choice.
  public var reconnectBackoffMs: Int64?
  /// `reconnect.backoff.max.ms`; nil: the caller's choice.
  public var reconnectBackoffMaxMs: Int64?

  public init() {}
}
