#if Security
  import Foundation
  import KafkaModel
  import KafkaSecurity
  import Testing

  @testable import Endpoint

  /// A listener with TLS and whoever does not speak it.
  @Suite struct TlsListenerTests {
    /// A certificate that signs itself, made by openssl.
    private func identity() throws -> TlsIdentity {
      let folder = FileManager.default.temporaryDirectory
        .appending(path: "regroup-tls-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      let (key, chain) = (
        folder.appending(path: "a.key").path, folder.appending(path: "a.pem").path
      )
      let openssl = Process()
      openssl.executableURL = URL(filePath: "/usr/bin/env")
      openssl.arguments = [
        "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
        "-days", "2", "-subj", "/CN=test", "-keyout", key, "-out", chain,
      ]
      openssl.standardError = FileHandle.nullDevice
      try openssl.run()
      openssl.waitUntilExit()
      return TlsIdentity(chain: try Pem(file: chain), key: try Pem(file: key))
    }

    @Test func whoDoesNotSpeakTlsIsHungUpOn() throws {
      var config = EndpointConfig()
      config.security.tls = TlsListener(identity: try identity())
      config.security.patienceMs = 100
      let endpoint = try Endpoint(config)
      defer { endpoint.stop() }
      let request: [UInt8] = [0, 0, 0, 10, 0, 18, 0, 0, 0, 0, 0, 1, 0xFF, 0xFF]
      for bytes: [UInt8] in [[], [0x16], request, Array("GET / HTTP/1.1\r\n\r\n".utf8)] {
        let client = try WireClient(port: endpoint.port)
        client.send(bytes: bytes)
        client.read(frames: 1)
        #expect(client.isClosed, "\(bytes)")
      }
    }

    @Test func aKeyThatIsNotTheCertificates() throws {
      var config = EndpointConfig()
      let (one, other) = (try identity(), try identity())
      config.security.tls = TlsListener(identity: TlsIdentity(chain: one.chain, key: other.key))
      let failure = #expect(throws: EndpointFailure.self) { _ = try Endpoint(config) }
      #expect(failure?.description.contains("do not go together") == true)
    }
  }
#endif
