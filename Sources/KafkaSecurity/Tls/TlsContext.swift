#if Security
  import NIOSSL

  /// Settings as NIOSSL wants them; what is wrong with a file or a password is said in one line.
  enum TlsContext {
    static func client(_ settings: TlsSettings) throws(SecurityFault) -> NIOSSLContext {
      var configuration = TLSConfiguration.makeClientConfiguration()
      configuration.certificateVerification =
        settings.checksHostName ? .fullVerification : .noHostnameVerification
      if let trusted = settings.trusted {
        configuration.trustRoots = .certificates(try certificates(trusted))
      }
      if let identity = settings.identity { try show(identity, in: &configuration) }
      configuration.minimumTLSVersion = version(settings.versions.lowerBound)
      configuration.maximumTLSVersion = version(settings.versions.upperBound)
      return try made(configuration)
    }

    static func server(_ settings: TlsListener) throws(SecurityFault) -> NIOSSLContext {
      var configuration = TLSConfiguration.makeServerConfiguration(
        certificateChain: try certificates(settings.identity.chain).map { .certificate($0) },
        privateKey: .privateKey(try key(settings.identity)))
      configuration.minimumTLSVersion = .tlsv12
      if let authorities = settings.clientAuthorities {
        configuration.certificateVerification = .noHostnameVerification
        configuration.trustRoots = .certificates(try certificates(authorities))
      }
      return try made(configuration)
    }

    private static func show(
      _ identity: TlsIdentity, in configuration: inout TLSConfiguration
    ) throws(SecurityFault) {
      configuration.certificateChain = try certificates(identity.chain).map { .certificate($0) }
      configuration.privateKey = .privateKey(try key(identity))
    }

    private static func made(
      _ configuration: TLSConfiguration
    ) throws(SecurityFault) -> NIOSSLContext {
      do { return try NIOSSLContext(configuration: configuration) } catch {
        throw SecurityFault("certificate and private key do not go together")
      }
    }

    private static func certificates(_ pem: Pem) throws(SecurityFault) -> [NIOSSLCertificate] {
      do { return try NIOSSLCertificate.fromPEMBytes(Array(pem.lined.utf8)) } catch {
        throw SecurityFault("\(pem.origin): a certificate in it cannot be read")
      }
    }

    private static func key(_ identity: TlsIdentity) throws(SecurityFault) -> NIOSSLPrivateKey {
      let bytes = Array(identity.key.lined.utf8)
      do {
        guard let password = identity.password else {
          return try NIOSSLPrivateKey(bytes: bytes, format: .pem)
        }
        return try NIOSSLPrivateKey(bytes: bytes, format: .pem) { $0(password.text.utf8) }
      } catch {
        let hint = identity.key.isEncrypted ? ": is ssl.key.password the right one?" : ""
        throw SecurityFault("\(identity.key.origin): the private key cannot be read\(hint)")
      }
    }

    private static func version(_ version: TlsVersion) -> TLSVersion {
      version == .tls12 ? .tlsv12 : .tlsv13
    }
  }
#endif
