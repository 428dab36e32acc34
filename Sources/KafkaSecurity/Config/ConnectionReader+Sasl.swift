extension ConnectionReader {
  mutating func sasl() throws(SecurityFault) -> SaslSettings {
    let mechanism = try mechanism()
    let module = Self.module(of: mechanism)
    guard let entry = entry("sasl.jaas.config") else {
      throw SecurityFault(
        "sasl.jaas.config is missing: \(module) required username=\"NAME\" "
          + "password=\"${env:PASSWORD}\";")
    }
    let jaas = try jaas(entry)
    try check(jaas, module, mechanism, entry)
    guard let given = jaas["username"] else { throw entry.fault("has no username=\"NAME\"") }
    let username = try variables.resolved(given, for: entry)
    let password = try password(jaas, username, mechanism, entry)
    return SaslSettings(mechanism: mechanism, username: username, password: password)
  }

  private func mechanism() throws(SecurityFault) -> SaslMechanism {
    guard let entry = entry("sasl.mechanism") else {
      throw SecurityFault(
        "sasl.mechanism is missing: Kafka's default GSSAPI (Kerberos) is not spoken here; "
          + "\(SaslMechanism.names) are")
    }
    let name = try variables.resolved(entry.value, for: entry)
    if let mechanism = SaslMechanism(rawValue: name) { return mechanism }
    let shown = name == "GSSAPI" ? "GSSAPI (Kerberos)" : name
    throw entry.fault("\(shown) is not spoken here; \(SaslMechanism.names) are")
  }

  /// Options first, then their variables: a password may hold whatever would end a quoted text.
  private func jaas(_ entry: ConfigEntry) throws(SecurityFault) -> JaasConfig {
    if let jaas = JaasConfig(entry.value) { return jaas }
    if ConfigVariables.isIn(entry.value),
      let jaas = JaasConfig(try variables.resolved(entry.value, for: entry))
    {
      return jaas
    }
    throw entry.fault("must be CLASS required username=\"NAME\" password=\"...\";")
  }

  private func check(
    _ jaas: JaasConfig, _ module: String, _ mechanism: SaslMechanism, _ entry: ConfigEntry
  ) throws(SecurityFault) {
    let known = SaslMechanism.allCases.map(Self.module(of:))
    if !known.contains(jaas.module) {
      throw entry.fault(
        "\(jaas.module.prefix(200)) is not spoken here; \(Self.module(of: .plain)) and "
          + "\(Self.module(of: .scramSha256)) are")
    }
    if jaas.module != module {
      throw entry.fault("with \(mechanism.rawValue) its class is \(module)")
    }
    if jaas["tokenauth"]?.lowercased() == "true" {
      throw entry.fault("delegation tokens (tokenauth) are not spoken here")
    }
  }

  private static func module(of mechanism: SaslMechanism) -> String {
    let package = "org.apache.kafka.common.security."
    return package + (mechanism == .plain ? "plain.PlainLoginModule" : "scram.ScramLoginModule")
  }

  private mutating func password(
    _ jaas: JaasConfig, _ username: String, _ mechanism: SaslMechanism, _ entry: ConfigEntry
  ) throws(SecurityFault) -> Secret {
    if let given = jaas["password"] {
      if !ConfigVariables.isIn(entry.value) {
        warnIfLiteral(given, of: entry, what: "a password")
      }
      return Secret(try variables.resolved(given, for: entry))
    }
    if let asked = surroundings.ask("password of \(username) (\(mechanism.rawValue))") {
      return Secret(asked)
    }
    throw entry.fault(
      "has no password=\"...\"; without a terminal nobody can be asked for the one of \(username)")
  }
}
