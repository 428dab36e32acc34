import KafkaSecurity

/// What clients have to do before a listener serves them: nothing, unless something is set.
public struct EndpointSecurity: Hashable, Sendable {
  /// nil: bytes go as they are.
  public var tls: TlsListener?
  /// nil: nobody is asked who it is.
  public var sasl: SaslUsers?
  /// `connections.max.reauth.ms`: after that time a client has to say again who it is; 0 = never.
  public var sessionLifetimeMs: Int64 = 0
  /// How long TLS may take, and then SASL, before the client is hung up on.
  public var patienceMs: Int64 = 10_000

  public init() {}

  /// Kafka's name of what clients have to speak, as in `security.protocol`.
  public var protocolName: String {
    switch (sasl != nil, tls != nil) {
    case (false, false): "PLAINTEXT"
    case (false, true): "SSL"
    case (true, false): "SASL_PLAINTEXT"
    case (true, true): "SASL_SSL"
    }
  }
}
