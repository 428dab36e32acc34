import KafkaModel
import KafkaSecurity
import Testing

@testable import Cluster

/// A client and a port that do not speak the same.
@Suite struct WrongProtocolTests {
  typealias Answer = Result<Response, BrokerFailure>

  private func failure(
    security: ConnectionSecurity, _ script: @escaping FakeBroker.Script
  ) throws -> BrokerFailure {
    let broker = try FakeBroker(script)
    let client = ClientLoop()
    let address = BrokerAddress(host: "127.0.0.1", port: broker.port)
    let connection = try client.make {
      var settings = ConnectionSettings.forTests()
      settings.security = security
      settings.connectTimeoutMs = 200
      return BrokerConnection(to: address, settings: settings, loop: $0)
    }
    let answer: Answer = try client.wait { done in
      connection.value.send(.metadata(MetadataRequest())) { done($0) }
    }
    try client.stop()
    try broker.stop()
    guard case .failure(let failure) = answer else { throw BrokerFailure(.denied, "an answer") }
    #expect(failure.detail.hasPrefix("127.0.0.1:") && !failure.detail.contains("\n"))
    return failure
  }

  @Test func plaintextToATlsPort() throws {
    for alert: [UInt8] in [[0x15, 3, 3, 0, 2, 2, 0x46], [0x15, 3, 1, 0, 2, 2, 0x16]] {
      let failure = try failure(security: ConnectionSecurity()) { _, _ in .bytes(alert) }
      #expect(failure.kind == .notKafka)
      #expect(failure.detail.contains("answers with TLS (security.protocol=SSL or SASL_SSL)"))
    }
  }

  @Test func plaintextToAPortThatWaitsForMore() throws {
    let failure = try failure(security: ConnectionSecurity()) { _, _ in .silence }
    #expect(failure.kind == .timedOut)
    #expect(failure.detail.contains("(does it want TLS?)"))
  }

  @Test func plaintextToASaslPort() throws {
    let script = FakeBroker.listing([(.metadata, 0...12), (.apiVersions, 0...4)]) { _, _ in .close }
    let failure = try failure(security: ConnectionSecurity(), script)
    #expect(failure.detail.contains("(does it want SASL?)"))
  }

  #if Security
    /// What a broker without TLS makes of a ClientHello is not its request: it hangs up.
    @Test func tlsToAPlaintextPort() throws {
      let failure = try failure(security: ConnectionSecurity(tls: TlsSettings())) { _, _ in .close }
      #expect(failure.kind == .notKafka)
      #expect(failure.detail.contains("TLS"), "\(failure)")
    }

    @Test func certificatesThatCannotBeRead() throws {
      let rubbish = "-----BEGIN CERTIFICATE-----\nQUJD\n-----END CERTIFICATE-----\n"
      let tls = TlsSettings(trusted: Pem(text: Secret(rubbish), origin: "ca.pem"))
      let failure = try failure(security: ConnectionSecurity(tls: tls)) { _, _ in .close }
      #expect(failure.detail.contains("ca.pem: a certificate in it cannot be read"))
    }
  #else
    @Test func thisBuildHasNoTls() throws {
      let failure = try failure(security: ConnectionSecurity(tls: TlsSettings())) { _, _ in .close }
      #expect(failure.detail.contains("built without TLS and SASL"))
    }
  #endif
}
