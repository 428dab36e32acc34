extension ConnectionReader {
  mutating func tls() throws(SecurityFault) -> TlsSettings {
    var tls = TlsSettings(trusted: try trusted(), identity: try identity())
    tls.checksHostName = try checksHostName()
    tls.versions = try versions()
    return tls
  }

  private func trusted() throws(SecurityFault) -> Pem? {
    let place = "ssl.truststore.location"
    let inline = "ssl.truststore.certificates"
    try checkType("ssl.truststore.type", [place, inline])
    try checkNotBoth(place, inline)
    guard let pem = try pem(inline, orFile: place) else { return nil }
    guard pem.has("CERTIFICATE") else { throw missing("a certificate", in: pem) }
    return pem
  }

  private mutating func identity() throws(SecurityFault) -> TlsIdentity? {
    let place = "ssl.keystore.location"
    let (key, chain) = ("ssl.keystore.key", "ssl.keystore.certificate.chain")
    try checkType("ssl.keystore.type", [place, key, chain])
    try checkNotBoth(place, key)
    try checkNotBoth(place, chain)
    if let entry = entry(key) { warnIfLiteral(entry.value, of: entry, what: "a private key") }
    guard let keyPem = try pem(key, orFile: place) else {
      if let lone = entry(chain) { throw lone.fault("its private key is missing: \(key)") }
      return nil
    }
    guard let chainPem = try pem(chain, orFile: place) else {
      throw SecurityFault("\(key): its certificate is missing: \(chain)")
    }
    guard keyPem.has("PRIVATE KEY") else { throw missing("a private key", in: keyPem) }
    guard chainPem.has("CERTIFICATE") else { throw missing("a certificate", in: chainPem) }
    return TlsIdentity(chain: chainPem, key: keyPem, password: try keyPassword(keyPem))
  }

  private mutating func keyPassword(_ key: Pem) throws(SecurityFault) -> Secret? {
    if let entry = entry("ssl.key.password") {
      warnIfLiteral(entry.value, of: entry, what: "a password")
      return Secret(try variables.resolved(entry.value, for: entry))
    }
    guard key.isEncrypted else { return nil }
    if let asked = surroundings.ask("password of the key in \(key.origin)") {
      return Secret(asked)
    }
    throw SecurityFault("ssl.key.password is missing: the key in \(key.origin) is encrypted")
  }

  private mutating func checksHostName() throws(SecurityFault) -> Bool {
    guard let entry = entry("ssl.endpoint.identification.algorithm") else { return true }
    switch entry.value.lowercased() {
    case "https": return true
    case "":
      warnings.append("\(entry.name) is empty: certificates of any host name are taken")
      return false
    default: throw entry.fault("must be https, or empty")
    }
  }

  private func versions() throws(SecurityFault) -> ClosedRange<TlsVersion> {
    var range = TlsVersion.tls12 ... .tls13
    if let entry = entry("ssl.protocol"), entry.value != "TLS" {
      guard let newest = TlsVersion(rawValue: entry.value) else {
        throw entry.fault("must be TLSv1.3 or TLSv1.2")
      }
      range = .tls12...newest
    }
    guard let entry = entry("ssl.enabled.protocols") else { return range }
    var named: [TlsVersion] = []
    for name in entry.value.split(separator: ",") {
      guard let version = TlsVersion(rawValue: name.filter { $0 != " " }) else {
        throw entry.fault("must be of TLSv1.2,TLSv1.3")
      }
      named.append(version)
    }
    let wanted = named.filter(range.contains)
    guard let oldest = wanted.min(), let newest = wanted.max() else {
      throw entry.fault("leaves no version of TLS")
    }
    return oldest...newest
  }
}

extension ConnectionReader {
  /// Java's default is a store of its own, which is not read.
  private func checkType(_ key: String, _ users: [String]) throws(SecurityFault) {
    if let entry = entry(key) {
      if entry.value.uppercased() == "PEM" { return }
      throw entry.fault("\(entry.value) stores are not read here; PEM is")
    }
    guard let user = users.lazy.compactMap({ self.entry($0) }).first else { return }
    throw user.fault("Java's own stores are not read here; PEM is, with \(key)=PEM")
  }

  private func checkNotBoth(_ one: String, _ other: String) throws(SecurityFault) {
    guard entry(one) != nil, let second = entry(other) else { return }
    throw second.fault("says the same as \(one): give one of them")
  }

  private func pem(_ key: String, orFile place: String) throws(SecurityFault) -> Pem? {
    if let text = try text(key) { return Pem(text: Secret(text), origin: key) }
    guard let entry = entry(place), let path = try text(place) else { return nil }
    do throws(SecurityFault) {
      return Pem(text: Secret(try surroundings.text(ofFile: path)), origin: path)
    } catch {
      throw entry.fault("\(error)")
    }
  }

  private func missing(_ what: String, in pem: Pem) -> SecurityFault {
    SecurityFault("\(pem.origin) has not \(what) as PEM (-----BEGIN ...)")
  }
}
