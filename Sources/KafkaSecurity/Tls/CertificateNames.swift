import NIOCore

#if Security
  import NIOSSL
#endif

/// The hosts that a certificate is for.
public struct CertificateNames: Hashable, Sendable, CustomStringConvertible {
  private let names: [String]

  /// nil where it names none, or cannot be read.
  public init?(_ chain: Pem) {
    #if Security
      let certificates = try? NIOSSLCertificate.fromPEMBytes(Array(chain.lined.utf8))
      let names = certificates?.first.map(Self.names) ?? []
      if names.isEmpty { return nil }
      self.init(names)
    #else
      return nil
    #endif
  }

  init(_ names: [String]) { self.names = names }

  public var description: String { names.prefix(5).joined(separator: ", ") }

  /// A client that connects to that host takes the certificate for it (RFC 6125).
  public func fit(_ host: String) -> Bool {
    let address = try? SocketAddress(ipAddress: host, port: 0)
    return names.contains { name in
      if let address { return (try? SocketAddress(ipAddress: name, port: 0)) == address }
      let (name, host) = (name.lowercased(), host.lowercased())
      if name == host { return true }
      // A star stands for the first label, and for one only.
      guard name.hasPrefix("*."), let dot = host.firstIndex(of: "."), dot > host.startIndex else {
        return false
      }
      return host[dot...] == name.dropFirst()
    }
  }

  #if Security
    /// `<NIOSSLCertificate;serial_number=1;common_name=a;alternative_names=a,127.0.0.1>`
    static func names(in certificate: NIOSSLCertificate) -> [String] {
      for field in ["alternative_names=", "common_name="] {
        for part in certificate.description.dropLast().split(separator: ";")
        where part.hasPrefix(field) {
          return part.dropFirst(field.count).prefix(1_000).split(separator: ",").map(String.init)
        }
      }
      return []
    }
  #endif
}
