import Testing

@testable import KafkaSecurity

/// What a child learns of connections is what its parent has read.
@Suite struct LineTests {
  @Test func everythingComesBack() throws {
    var config = ConnectionConfig()
    #expect(ConnectionConfig(line: config.line) == config)
    config.clientId = "a b"
    config.requestTimeoutMs = 1
    config.connectTimeoutMs = 2
    config.reconnectBackoffMs = 3
    config.reconnectBackoffMaxMs = 4
    config.security.sasl = SaslSettings(
      mechanism: .scramSha512, username: "\t=,\\", password: Secret(" \n${env:X}\u{301} "))
    var tls = TlsSettings(
      trusted: Pem(text: Secret(Settings.certificate), origin: "ca.pem"),
      identity: TlsIdentity(
        chain: Pem(text: Secret(Settings.certificate), origin: "a"),
        key: Pem(text: Secret(Settings.key), origin: "b"), password: Secret("\\n")))
    tls.checksHostName = false
    tls.versions = .tls12 ... .tls12
    config.security.tls = tls
    let line = config.line
    #expect(!line.contains("\n"))
    #expect(ConnectionConfig(line: line) == config)
  }

  @Test func whatIsNoLine() {
    for line in ["mechanism=X", "mechanism=PLAIN\tusername=a", "oldest=TLSv1.3\tnewest=TLSv1.2"] {
      #expect(ConnectionConfig(line: line) == nil, "\(line)")
    }
  }
}
