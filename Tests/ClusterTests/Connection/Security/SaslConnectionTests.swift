#if Security
  import KafkaModel
  import KafkaSecurity
  import KafkaWire
  import Testing

  @testable import Cluster

  /// Who a connection is, is said before its first request; whatever a broker makes of it, one line
  /// tells what and where, and never the password.
  @Suite struct SaslConnectionTests {
    typealias Answer = Result<Response, BrokerFailure>

    private static let password = "tops3cret"
    private static let everything: [(ApiKey, ClosedRange<Int16>)] = [
      (.metadata, 0...12), (.heartbeat, 0...4), (.apiVersions, 0...4), (.saslHandshake, 0...1),
      (.saslAuthenticate, 0...2),
    ]
    private static let heartbeat = Request.heartbeat(
      HeartbeatRequest(groupId: "g", generationId: Generation(1), memberId: "m"))

    private func settings(_ mechanism: SaslMechanism) -> ConnectionSettings {
      var settings = ConnectionSettings.forTests()
      settings.security.sasl = SaslSettings(
        mechanism: mechanism, username: "alice", password: Secret(Self.password))
      return settings
    }

    private func ask(
      _ mechanism: SaslMechanism, listing: [(ApiKey, ClosedRange<Int16>)] = everything,
      _ script: @escaping FakeBroker.Script
    ) throws -> (answer: Answer, asked: [ApiKey]) {
      let broker = try FakeBroker(FakeBroker.listing(listing, script))
      let client = ClientLoop()
      let address = BrokerAddress(host: "127.0.0.1", port: broker.port)
      let settings = settings(mechanism)
      let connection = try client.make {
        BrokerConnection(to: address, settings: settings, loop: $0)
      }
      let answer: Answer = try client.wait { done in
        connection.value.send(Self.heartbeat, timeoutMs: 20_000) { done($0) }
      }
      _ = try client.wait { (done: (Bool) -> Void) in
        connection.value.close()
        done(true)
      }
      try client.stop()
      try broker.stop()
      return (answer, broker.asked.map(\.request.apiKey))
    }

    private func failure(
      _ mechanism: SaslMechanism = .plain, listing: [(ApiKey, ClosedRange<Int16>)] = everything,
      _ script: @escaping FakeBroker.Script
    ) throws -> BrokerFailure {
      let result = try ask(mechanism, listing: listing, script)
      guard case .failure(let failure) = result.answer else {
        throw BrokerFailure(.denied, "an answer came")
      }
      #expect(failure.detail.contains("127.0.0.1:"), "the line names the broker: \(failure)")
      #expect(!failure.detail.contains("\n") && !failure.detail.contains(Self.password))
      #expect(!result.asked.contains(.heartbeat), "nothing is asked before")
      return failure
    }

    /// Takes everything from everybody.
    private static let friendly: FakeBroker.Script = { request, _ in
      switch request {
      case .saslHandshake: .answer(.saslHandshake(SaslHandshakeResponse(mechanisms: ["PLAIN"])))
      case .saslAuthenticate: .answer(.saslAuthenticate(SaslAuthenticateResponse()))
      default: .answer(.heartbeat(HeartbeatResponse()))
      }
    }

    @Test func authenticationComesFirst() throws {
      let result = try ask(.plain, Self.friendly)
      #expect(try result.answer.get() == .heartbeat(HeartbeatResponse()))
      #expect(
        result.asked == [.apiVersions, .saslHandshake, .saslAuthenticate, .heartbeat])
    }

    @Test func theWrongPassword() throws {
      let failure = try failure { request, version in
        guard case .saslAuthenticate = request else { return Self.friendly(request, version) }
        // A broker that tells what it has been told.
        return .answer(
          .saslAuthenticate(
            SaslAuthenticateResponse(
              errorCode: .saslAuthenticationFailed, errorMessage: "no:\n\(Self.password)")))
      }
      #expect(failure.kind == .notLetIn && failure.isFinal)
      #expect(failure.detail.hasSuffix("does not let alice in: no: [hidden]"), "\(failure)")
    }

    @Test func aMechanismThatIsNotEnabled() throws {
      let failure = try failure(.scramSha256) { _, _ in
        .answer(
          .saslHandshake(
            SaslHandshakeResponse(
              errorCode: .unsupportedSaslMechanism, mechanisms: ["GSSAPI", "PLAIN"])))
      }
      #expect(failure.kind == .notLetIn)
      #expect(failure.detail.hasSuffix("does not take SCRAM-SHA-256: it takes GSSAPI, PLAIN"))
    }

    @Test func aListenerWithoutSasl() throws {
      let answered = try failure { _, _ in
        .answer(.saslHandshake(SaslHandshakeResponse(errorCode: .illegalSaslState)))
      }
      #expect(answered.detail.contains("has no SASL at this port"))
      let listing: [(ApiKey, ClosedRange<Int16>)] = [(.heartbeat, 0...4), (.saslHandshake, 0...0)]
      let old = try failure(listing: listing) { _, _ in .close }
      #expect(old.detail.contains("offers no SASL in a version spoken here"))
    }

    @Test func theBrokerHasToProveThatItKnowsThePassword() throws {
      let failure = try failure(.scramSha512) { request, version in
        guard case .saslAuthenticate(let asked) = request else {
          return Self.friendly(request, version)
        }
        // It takes any proof, as whoever wants to hear requests would.
        let text = String(decoding: asked.authBytes, as: UTF8.self)
        let nonce = text.split(separator: "r=").last ?? ""
        let token = text.hasPrefix("n,,") ? "r=\(nonce)x,s=QUJD,i=4096" : "v=QUJD"
        return .answer(
          .saslAuthenticate(SaslAuthenticateResponse(authBytes: Array(token.utf8))))
      }
      #expect(failure.kind == .untrusted)
      #expect(failure.detail.contains("does not know the password either"))
    }

    @Test func anEndDuringAuthentication() throws {
      let failure = try failure { request, version in
        guard case .saslAuthenticate = request else { return Self.friendly(request, version) }
        return .close
      }
      #expect(failure.kind == .brokerGone)
      #expect(failure.detail.contains("during authentication"))
    }

    @Test func aSessionThatEndsIsRenewed() throws {
      let broker = try FakeBroker(
        FakeBroker.listing(Self.everything) { request, version in
          guard case .saslAuthenticate = request else { return Self.friendly(request, version) }
          return .answer(.saslAuthenticate(SaslAuthenticateResponse(sessionLifetimeMs: 20)))
        })
      let client = ClientLoop()
      let address = BrokerAddress(host: "127.0.0.1", port: broker.port)
      let settings = settings(.plain)
      let connection = try client.make {
        BrokerConnection(to: address, settings: settings, loop: $0)
      }
      func handshakes() -> Int {
        broker.asked.filter { $0.request.apiKey == .saslHandshake }.count
      }
      var rounds = 0
      while handshakes() < 3, rounds < 100_000 {
        rounds += 1
        let answer: Answer = try client.wait { done in
          connection.value.send(Self.heartbeat) { done($0) }
        }
        #expect(throws: Never.self) { try answer.get() }
      }
      #expect(handshakes() >= 3)
      // All on one connection: versions are asked once.
      #expect(broker.asked.filter { $0.request.apiKey == .apiVersions }.count == 1)
      try client.stop()
      try broker.stop()
    }

    @Test func afterARefusalOneWaitsLonger() {
      let settings = ConnectionSettings(clientId: "c")
      #expect((1...7).map { settings.backoffMs(afterFailures: $0) }.max() == 1_000)
      #expect(
        (1...7).map { settings.backoffMs(afterFailures: $0, isFinal: true) }
          == [1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000])
    }
  }
#endif
