#if Security
  import Glibc
  import NIOSSL

  /// Why TLS did not come about, in words that go on after the broker's name.
  enum TlsProblem {
    static let endInHandshake = SecurityFault(
      "closed the connection during the TLS handshake (does it speak PLAINTEXT?)", kind: .broken)

    /// nil where the error is not about TLS.
    static func fault(
      _ error: any Error, host: String, _ settings: TlsSettings, peer: NIOSSLCertificate?
    ) -> SecurityFault? {
      if let error = error as? NIOSSLExtraError {
        let words =
          error == .failedToValidateHostname
          ? "has a certificate\(names(in: peer)) that is not for \(host) "
            + "(ssl.endpoint.identification.algorithm)"
          : "has no name that a certificate could be for: \(host)"
        return SecurityFault(words, kind: .untrusted)
      }
      guard error is NIOSSLError || error is BoringSSLError else { return nil }
      if case NIOSSLError.handshakeFailed(.sslError(let stack)) = error,
        stack.contains(.eofDuringHandshake)
      {
        return endInHandshake
      }
      let text = "\(error)"
      return aboutPeer(text, settings, peer) ?? aboutUs(text, settings)
        ?? SecurityFault("breaks TLS off: \(reason(text))", kind: .broken)
    }

    /// By BoringSSL's names of what went wrong.
    private static func aboutPeer(
      _ text: String, _ settings: TlsSettings, _ peer: NIOSSLCertificate?
    ) -> SecurityFault? {
      if text.contains("CERTIFICATE_VERIFY_FAILED") {
        let words = "has a certificate\(names(in: peer)) that \(reason(peer, settings))"
        return SecurityFault(words, kind: .untrusted)
      }
      if text.contains("WRONG_VERSION_NUMBER") || text.contains("HTTP_REQUEST") {
        return SecurityFault("does not answer with TLS (does it speak PLAINTEXT?)", kind: .broken)
      }
      if text.contains("PROTOCOL_VERSION") || text.contains("UNSUPPORTED_PROTOCOL") {
        let (oldest, newest) = (settings.versions.lowerBound, settings.versions.upperBound)
        return SecurityFault(
          "speaks no version of TLS from \(oldest.rawValue) to \(newest.rawValue)", kind: .refused)
      }
      return nil
    }

    /// The peer's alerts about the client's certificate; before TLS 1.3 there is none for "none".
    private static func aboutUs(_ text: String, _ settings: TlsSettings) -> SecurityFault? {
      let alerts = [
        "CERTIFICATE_REQUIRED", "HANDSHAKE_FAILURE", "UNKNOWN_CA", "BAD_CERTIFICATE",
        "CERTIFICATE_UNKNOWN", "CERTIFICATE_EXPIRED", "ACCESS_DENIED",
      ]
      guard alerts.contains(where: { text.contains($0) }) else { return nil }
      let words =
        settings.identity == nil
        ? "wants to see a certificate of ours (ssl.keystore.*)"
        : "does not take our certificate (ssl.keystore.*)"
      return SecurityFault(words, kind: .refused)
    }

    private static func reason(_ peer: NIOSSLCertificate?, _ settings: TlsSettings) -> String {
      let now = time(nil)
      if let peer, peer.notValidAfter < now { return "has expired" }
      if let peer, peer.notValidBefore > now { return "is not valid yet (by this machine's clock)" }
      return "is not trusted: none of \(authorities(settings)) has signed it"
    }

    private static func authorities(_ settings: TlsSettings) -> String {
      settings.trusted.map { "those in \($0.origin)" } ?? "those that this system trusts"
    }

    private static func names(in peer: NIOSSLCertificate?) -> String {
      let names = peer.map(CertificateNames.names) ?? []
      return names.isEmpty ? "" : " (for \(names.joined(separator: ",").prefix(200)))"
    }

    /// `...:OPENSSL_internal:REASON at ...`, without what only BoringSSL's authors need.
    private static func reason(_ text: String) -> String {
      let mark = "OPENSSL_internal:"
      var rest = text[...]
      while let colon = rest.firstIndex(of: "O") {
        rest = rest[colon...]
        if rest.hasPrefix(mark) {
          return String(rest.dropFirst(mark.count).prefix { $0 != " " && $0 != "]" })
        }
        rest = rest.dropFirst()
      }
      return String(text.prefix(80))
    }
  }
#endif
