import ArgumentParser
import Endpoint
import KafkaSecurity

/// What clients have to show to a listener of ours, as arguments.
struct ListenerSecurityArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "TLS: a file with the certificate and those that have signed it (PEM).", valueName: "file"))
  var tlsCertificate: String?

  @Option(help: ArgumentHelp("TLS: a file with the private key (PEM).", valueName: "file"))
  var tlsKey: String?

  @Option(
    help: ArgumentHelp(
      "TLS: who must have signed the clients' certificates (PEM).", valueName: "file"))
  var tlsClientCa: String?

  @Option(
    help: ArgumentHelp(
      "SASL: a name and a file with its password; repeat it for more.", valueName: "name:file"))
  var saslUser: [String] = []

  @Option(
    help: ArgumentHelp(
      "SASL: a mechanism that is taken (default: \(SaslMechanism.names)).",
      valueName: "mechanism"), transform: Self.mechanism)
  var saslMechanism: [SaslMechanism] = []

  @Option(
    help: "SASL: milliseconds after which a client has to authenticate again (default: 0 = never).")
  var saslSession: Int64?

  private static func mechanism(_ text: String) throws -> SaslMechanism {
    if let mechanism = SaslMechanism(rawValue: text) { return mechanism }
    throw ValidationError("it must be one of \(SaslMechanism.names)")
  }

  /// Anybody may come, in plain text.
  var isEmpty: Bool { tlsCertificate == nil && tlsKey == nil && tlsClientCa == nil && !asksWho }

  /// Clients have to say who they are, and show it.
  var asksWho: Bool { tlsClientCa != nil || !saslUser.isEmpty }

  func security() throws(Failure) -> EndpointSecurity {
    var security = EndpointSecurity()
    do throws(SecurityFault) {
      security.tls = try tls()
      security.sasl = try sasl()
    } catch {
      throw .usage("\(error)")
    }
    security.sessionLifetimeMs = max(0, saslSession ?? 0)
    return security
  }

  private func tls() throws(SecurityFault) -> TlsListener? {
    guard let tlsCertificate else {
      if tlsKey == nil, tlsClientCa == nil { return nil }
      throw SecurityFault("--tls-key and --tls-client-ca need --tls-certificate")
    }
    guard let tlsKey else { throw SecurityFault("--tls-certificate needs --tls-key") }
    let identity = TlsIdentity(chain: try Pem(file: tlsCertificate), key: try Pem(file: tlsKey))
    var authorities: Pem?
    if let tlsClientCa { authorities = try Pem(file: tlsClientCa) }
    let listener = TlsListener(identity: identity, clientAuthorities: authorities)
    // What does not go together is wrong here, before anything listens.
    do { _ = try TlsServer(listener) } catch {
      throw SecurityFault("--tls-certificate, --tls-key, --tls-client-ca: \(error)")
    }
    return listener
  }

  /// Clients that check it will not take the certificate for the host they are told.
  func warning(advertised host: String) throws(Failure) -> String? {
    guard let tlsCertificate else { return nil }
    do {
      guard let names = try CertificateNames(Pem(file: tlsCertificate)), !names.fit(host) else {
        return nil
      }
      return "--tls-certificate \(tlsCertificate): it is for \(names), and clients are told to"
        + " connect to \(host) (--advertise)"
    } catch {
      throw .usage("\(error)")
    }
  }

  private func sasl() throws(SecurityFault) -> SaslUsers? {
    if saslUser.isEmpty {
      if saslMechanism.isEmpty, saslSession == nil { return nil }
      throw SecurityFault("--sasl-mechanism and --sasl-session need --sasl-user")
    }
    if !ConnectionSecurity.isBuiltIn { throw .notBuiltIn }
    var users = SaslUsers(
      mechanisms: saslMechanism.isEmpty ? SaslMechanism.allCases : saslMechanism)
    for user in saslUser {
      guard let colon = user.firstIndex(of: ":"), colon > user.startIndex else {
        throw SecurityFault("--sasl-user must be NAME:FILE, with the password in the file")
      }
      let name = String(user[..<colon])
      let path = String(user[user.index(after: colon)...])
      let password = try Secret(file: path)
      if password.text.isEmpty {
        throw SecurityFault("--sasl-user \(name): there is no password in \(path)")
      }
      if users.has(name) { throw SecurityFault("--sasl-user \(name): that name is there twice") }
      users.add(name, password: password)
    }
    return users
  }
}
