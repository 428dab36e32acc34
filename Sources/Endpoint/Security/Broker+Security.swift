import KafkaSecurity
import NIOCore

extension Broker {
  /// What a new connection has to pass; nil where everybody is served.
  func gate() -> AuthenticationGate? {
    config.security.sasl.map {
      AuthenticationGate($0, lifetimeMs: config.security.sessionLifetimeMs)
    }
  }

  /// Throws where certificate and key cannot be used.
  func tls() throws(SecurityFault) -> TlsServer? {
    guard let settings = config.security.tls else { return nil }
    return try TlsServer(settings)
  }
}
