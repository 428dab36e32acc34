#if Security
  import KafkaModel
  import KafkaSecurity
  import KafkaWire
  import Testing

  @testable import Endpoint

  /// Until somebody has shown who it is, a listener with SASL answers next to nothing.
  @Suite struct AuthenticationTests {
    private let metadata = Request.metadata(MetadataRequest(topics: nil))
    private let versions = Request.apiVersions(
      ApiVersionsRequest(clientSoftwareName: "test", clientSoftwareVersion: "1"))

    private func withBroker(
      mechanisms: [SaslMechanism] = SaslMechanism.allCases, sessionMs: Int64 = 0,
      patienceMs: Int64 = 10_000, _ body: (Endpoint) throws -> Void
    ) throws {
      var config = EndpointConfig()
      var users = SaslUsers(mechanisms: mechanisms)
      users.add("alice", password: Secret("tops3cret"))
      config.security.sasl = users
      config.security.sessionLifetimeMs = sessionMs
      config.security.patienceMs = patienceMs
      let endpoint = try Endpoint(config)
      defer { endpoint.stop() }
      try body(endpoint)
    }

    private func shake(
      _ client: WireClient, _ mechanism: String, version: Int16 = 1
    ) throws -> SaslHandshakeResponse? {
      let request = SaslHandshakeRequest(mechanism: mechanism)
      guard
        case .saslHandshake(let answer) = try client.ask(.saslHandshake(request), version: version)
      else { return nil }
      return answer
    }

    private func authenticate(
      _ client: WireClient, _ token: [UInt8]
    ) throws -> SaslAuthenticateResponse? {
      let request = SaslAuthenticateRequest(authBytes: token)
      guard
        case .saslAuthenticate(let answer) = try client.ask(.saslAuthenticate(request), version: 2)
      else { return nil }
      return answer
    }

    private func plain(_ password: String) -> [UInt8] { Array("\0alice\0\(password)".utf8) }

    @Test func versionsAreToldToEverybodyAndNothingElse() throws {
      try withBroker { endpoint in
        let client = try WireClient(port: endpoint.port)
        #expect(try client.ask(versions, version: 3) != nil)
        #expect(try client.ask(metadata, version: 9) == nil)
        #expect(client.isClosed)
      }
    }

    @Test func theRightPasswordOpens() throws {
      try withBroker { endpoint in
        let client = try WireClient(port: endpoint.port)
        let shaken = try #require(try shake(client, "PLAIN"))
        #expect(shaken.errorCode == .none)
        #expect(shaken.mechanisms == ["PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512"])
        let answer = try #require(try authenticate(client, plain("tops3cret")))
        #expect(answer.errorCode == .none && answer.sessionLifetimeMs == 0)
        #expect(try client.ask(metadata, version: 9) != nil)
      }
    }

    @Test func theWrongOneGetsWordsAndTheEnd() throws {
      try withBroker { endpoint in
        let client = try WireClient(port: endpoint.port)
        _ = try shake(client, "PLAIN")
        let answer = try #require(try authenticate(client, plain("x")))
        #expect(answer.errorCode == .saslAuthenticationFailed)
        #expect(answer.errorMessage == "Authentication failed: Invalid username or password")
        client.read(frames: 3)
        #expect(client.isClosed)
      }
    }

    @Test func whatIsOutOfTurn() throws {
      try withBroker(mechanisms: [.scramSha256]) { endpoint in
        let unknown = try WireClient(port: endpoint.port)
        let refusal = try #require(try shake(unknown, "PLAIN"))
        #expect(refusal.errorCode == .unsupportedSaslMechanism)
        #expect(refusal.mechanisms == ["SCRAM-SHA-256"])
        unknown.read(frames: 2)
        #expect(unknown.isClosed)

        let old = try WireClient(port: endpoint.port)
        #expect(try shake(old, "SCRAM-SHA-256", version: 0)?.errorCode == .unsupportedVersion)

        let hasty = try WireClient(port: endpoint.port)
        #expect(try authenticate(hasty, plain("tops3cret")) == nil)

        let between = try WireClient(port: endpoint.port)
        _ = try shake(between, "SCRAM-SHA-256")
        #expect(try between.ask(metadata, version: 9) == nil)

        // What follows in the same breath is not served either.
        let eager = try WireClient(port: endpoint.port)
        for request in [Request.saslHandshake(SaslHandshakeRequest(mechanism: "PLAIN")), metadata] {
          let version: Int16 = request.apiKey == .metadata ? 9 : 1
          eager.send(
            frame: try WireCodec.encode(
              request, version: version, correlationId: 1, clientId: nil))
        }
        eager.read(frames: 2)
        #expect(eager.frames.count == 1 && eager.isClosed)
      }
    }

    @Test func sessionsEnd() throws {
      try withBroker(sessionMs: 1) { endpoint in
        let client = try WireClient(port: endpoint.port)
        for _ in 0..<3 {
          // Whoever comes again in time goes on.
          #expect(try shake(client, "PLAIN")?.errorCode == ErrorCode.none)
          #expect(try authenticate(client, plain("tops3cret"))?.sessionLifetimeMs == 1)
        }
        var rounds = 0
        while !client.isClosed, rounds < 100_000 {
          rounds += 1
          _ = try client.ask(metadata, version: 9)
        }
        #expect(client.isClosed)
      }
    }

    @Test func whoSaysNothingIsHungUpOn() throws {
      try withBroker(patienceMs: 30) { endpoint in
        let client = try WireClient(port: endpoint.port)
        client.read(frames: 1)
        #expect(client.isClosed)
      }
    }
  }
#endif
