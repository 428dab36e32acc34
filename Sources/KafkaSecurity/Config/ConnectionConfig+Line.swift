extension ConnectionConfig {
  /// All of it, secrets too, in one line: for a child's standard input, which nobody can list.
  public var line: String {
    pairs.map { "\($0.0)=\(Properties.escaped($0.1))" }.joined(separator: "\t")
  }

  private var pairs: [(String, String)] {
    var pairs: [(String, String?)] = [
      ("client", clientId), ("request", requestTimeoutMs.map(String.init)),
      ("connect", connectTimeoutMs.map(String.init)),
      ("backoff", reconnectBackoffMs.map(String.init)),
      ("backoffMax", reconnectBackoffMaxMs.map(String.init)),
    ]
    if let sasl = security.sasl {
      pairs += [
        ("mechanism", sasl.mechanism.rawValue), ("username", sasl.username),
        ("password", sasl.password.text),
      ]
    }
    if let tls = security.tls { pairs += Self.pairs(of: tls) }
    return pairs.compactMap { pair in pair.1.map { (pair.0, $0) } }
  }

  private static func pairs(of tls: TlsSettings) -> [(String, String?)] {
    [
      ("oldest", tls.versions.lowerBound.rawValue), ("newest", tls.versions.upperBound.rawValue),
      ("checksHostName", "\(tls.checksHostName)"),
      ("trusted", tls.trusted?.text.text), ("trustedOrigin", tls.trusted?.origin),
      ("chain", tls.identity?.chain.text.text), ("chainOrigin", tls.identity?.chain.origin),
      ("key", tls.identity?.key.text.text), ("keyOrigin", tls.identity?.key.origin),
      ("keyPassword", tls.identity?.password?.text),
    ]
  }

  /// The same again; nil where the line is none.
  public init?(line: String) {
    var values: [String: String] = [:]
    for field in line.split(separator: "\t") {
      guard let pair = Properties.lines(String(field)).first else { return nil }
      values[pair.key] = pair.value
    }
    clientId = values["client"]
    requestTimeoutMs = values["request"].flatMap { Int64($0) }
    connectTimeoutMs = values["connect"].flatMap { Int64($0) }
    reconnectBackoffMs = values["backoff"].flatMap { Int64($0) }
    reconnectBackoffMaxMs = values["backoffMax"].flatMap { Int64($0) }
    if let name = values["mechanism"] {
      guard let mechanism = SaslMechanism(rawValue: name), let username = values["username"],
        let password = values["password"]
      else { return nil }
      security.sasl = SaslSettings(
        mechanism: mechanism, username: username, password: Secret(password))
    }
    if values["oldest"] != nil {
      guard let tls = TlsSettings(values) else { return nil }
      security.tls = tls
    }
  }
}

extension TlsSettings {
  fileprivate init?(_ values: [String: String]) {
    func pem(_ name: String) -> Pem? {
      guard let text = values[name], let origin = values[name + "Origin"] else { return nil }
      return Pem(text: Secret(text), origin: origin)
    }
    guard let oldest = values["oldest"].flatMap(TlsVersion.init(rawValue:)),
      let newest = values["newest"].flatMap(TlsVersion.init(rawValue:)), oldest <= newest
    else { return nil }
    self.init(trusted: pem("trusted"))
    versions = oldest...newest
    checksHostName = values["checksHostName"] != "false"
    if let chain = pem("chain"), let key = pem("key") {
      identity = TlsIdentity(
        chain: chain, key: key, password: values["keyPassword"].map { Secret($0) })
    }
  }
}
