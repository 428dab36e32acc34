/// What a client does before a broker gets its first request: nothing, TLS, SASL, or both.
public struct ConnectionSecurity: Hashable, Sendable {
  /// nil: bytes go as they are.
  public var tls: TlsSettings?
  /// nil: nobody asks who it is.
  public var sasl: SaslSettings?

  public init(tls: TlsSettings? = nil, sasl: SaslSettings? = nil) {
    self.tls = tls
    self.sasl = sasl
  }

  /// `security.protocol`, as Kafka names the pair.
  public var securityProtocol: SecurityProtocol {
    switch (tls, sasl) {
    case (nil, nil): .plaintext
    case (_, nil): .ssl
    case (nil, _): .saslPlaintext
    default: .saslSsl
    }
  }

  /// Whether this build has TLS and SASL (the package's trait `Security`).
  public static var isBuiltIn: Bool {
    #if Security
      true
    #else
      false
    #endif
  }
}

/// Who a client is to a broker.
public struct SaslSettings: Hashable, Sendable {
  public var mechanism: SaslMechanism
  public var username: String
  public var password: Secret

  public init(mechanism: SaslMechanism, username: String, password: Secret) {
    self.mechanism = mechanism
    self.username = username
    self.password = password
  }
}
