import KafkaSecurity

/// TLS for all connections of one process's router: certificates are read once.
final class SharedTls {
  private let settings: TlsSettings?
  private var made: Result<TlsClient, SecurityFault>?

  init(_ security: ConnectionSecurity) { settings = security.tls }

  /// nil where connections do without.
  func client() throws(SecurityFault) -> TlsClient? {
    guard let settings else { return nil }
    if let made { return try made.get() }
    do throws(SecurityFault) {
      let client = try TlsClient(settings)
      made = .success(client)
      return client
    } catch {
      made = .failure(error)
      throw error
    }
  }
}
