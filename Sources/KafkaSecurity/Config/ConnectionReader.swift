/// Makes a `ConnectionConfig` of settings that are known, each there once.
struct ConnectionReader {
  private let entries: [ConfigEntry]
  let surroundings: Surroundings
  let variables: ConfigVariables
  var warnings: [String] = []

  init(_ entries: [ConfigEntry], _ surroundings: Surroundings) {
    self.entries = entries
    self.surroundings = surroundings
    variables = ConfigVariables(surroundings: surroundings)
  }

  mutating func read() throws(SecurityFault) -> ConnectionConfig {
    var config = ConnectionConfig()
    let securityProtocol = try securityProtocol()
    if securityProtocol.hasTls {
      config.security.tls = try tls()
    } else {
      leaveOut(SettingNames.tls, securityProtocol)
    }
    if securityProtocol.hasSasl {
      config.security.sasl = try sasl()
    } else {
      leaveOut(SettingNames.sasl, securityProtocol)
    }
    if securityProtocol == .saslPlaintext, config.security.sasl?.mechanism == .plain {
      warnings.append("SASL_PLAINTEXT with PLAIN sends the password as it is; SASL_SSL hides it")
    }
    config.clientId = try text("client.id")
    config.requestTimeoutMs = try milliseconds("request.timeout.ms")
    config.connectTimeoutMs = try milliseconds("socket.connection.setup.timeout.ms")
    config.reconnectBackoffMs = try milliseconds("reconnect.backoff.ms")
    config.reconnectBackoffMaxMs = try milliseconds("reconnect.backoff.max.ms")
    return config
  }

  private func securityProtocol() throws(SecurityFault) -> SecurityProtocol {
    guard let entry = entry("security.protocol") else { return .plaintext }
    let text = try variables.resolved(entry.value, for: entry)
    guard let found = SecurityProtocol(rawValue: text.uppercased()) else {
      let names = SecurityProtocol.allCases.map(\.rawValue).joined(separator: ", ")
      throw entry.fault("must be one of \(names)")
    }
    if found != .plaintext, !ConnectionSecurity.isBuiltIn {
      throw entry.fault(
        "this program was built without TLS and SASL (the package's trait Security)")
    }
    return found
  }

  private mutating func leaveOut(_ keys: [String], _ securityProtocol: SecurityProtocol) {
    for key in keys {
      guard let entry = entry(key) else { continue }
      warnings.append(
        "\(entry.name) is passed over: security.protocol is \(securityProtocol.rawValue)")
    }
  }

  private func milliseconds(_ key: String) throws(SecurityFault) -> Int64? {
    guard let entry = entry(key) else { return nil }
    guard let number = Int32(try variables.resolved(entry.value, for: entry)), number >= 1 else {
      throw entry.fault("must be a whole number from 1 to \(Int32.max)")
    }
    return Int64(number)
  }
}

extension ConnectionReader {
  func entry(_ key: String) -> ConfigEntry? { entries.first { $0.key == key } }

  /// A setting with its variables resolved; nil where it is not given, or empty.
  func text(_ key: String) throws(SecurityFault) -> String? {
    guard let entry = entry(key) else { return nil }
    let text = try variables.resolved(entry.value, for: entry)
    return text.isEmpty ? nil : text
  }

  /// Arguments of a process can be read by everybody on its machine.
  mutating func warnIfLiteral(_ text: String, of entry: ConfigEntry, what: String) {
    guard entry.place == .argument, !text.isEmpty, !ConfigVariables.isIn(text) else { return }
    warnings.append(
      "\(entry.name): \(what) on the command line can be read by others on this machine; put it "
        + "into a file, or write ${env:NAME}")
  }
}
