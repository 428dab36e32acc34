/// Whom a client trusts, and what it shows of itself.
public struct TlsSettings: Hashable, Sendable {
  /// `ssl.truststore.*`; nil: the authorities that the system trusts.
  public var trusted: Pem?
  /// `ssl.keystore.*`; nil: it has no certificate to show.
  public var identity: TlsIdentity?
  /// False where `ssl.endpoint.identification.algorithm` is empty.
  public var checksHostName = true
  /// `ssl.enabled.protocols`.
  public var versions: ClosedRange<TlsVersion> = .tls12 ... .tls13

  public init(trusted: Pem? = nil, identity: TlsIdentity? = nil) {
    self.trusted = trusted
    self.identity = identity
  }
}

/// A certificate, those that have signed it, and its private key.
public struct TlsIdentity: Hashable, Sendable {
  public var chain: Pem
  public var key: Pem
  /// `ssl.key.password`, where the key is encrypted.
  public var password: Secret?

  public init(chain: Pem, key: Pem, password: Secret? = nil) {
    self.chain = chain
    self.key = key
    self.password = password
  }
}

/// Certificates or a key as text, and where they come from, for complaints.
public struct Pem: Hashable, Sendable {
  public var text: Secret
  /// A file's path or a setting's key.
  public var origin: String

  public init(text: Secret, origin: String) {
    self.text = text
    self.origin = origin
  }
}

/// A version of TLS that Kafka still speaks.
public enum TlsVersion: String, Hashable, Sendable, Comparable, CaseIterable {
  case tls12 = "TLSv1.2"
  case tls13 = "TLSv1.3"

  public static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
}
