/// `security.protocol`.
public enum SecurityProtocol: String, Hashable, Sendable, CaseIterable {
  case plaintext = "PLAINTEXT"
  case ssl = "SSL"
  case saslPlaintext = "SASL_PLAINTEXT"
  case saslSsl = "SASL_SSL"

  /// Bytes go through TLS.
  public var hasTls: Bool { self == .ssl || self == .saslSsl }
  /// A connection says who it is before it may ask anything.
  public var hasSasl: Bool { self == .saslPlaintext || self == .saslSsl }
}
