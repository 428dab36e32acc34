import KafkaModel
import KafkaWire
import Testing

@testable import Endpoint

@Suite struct ListenerTests {
  private let metadata = Request.metadata(MetadataRequest(topics: nil))

  private func withBroker(
    _ change: (inout EndpointConfig) -> Void = { _ in }, _ body: (Endpoint) throws -> Void
  ) throws {
    var config = EndpointConfig()
    change(&config)
    let endpoint = try Endpoint(config)
    defer { endpoint.stop() }
    try body(endpoint)
  }

  @Test func bytesThatAreNoRequestEndTheConnection() throws {
    try withBroker { endpoint in
      for bytes: [UInt8] in [
        [0x7F, 0xFF, 0xFF, 0xFF], [0xFF, 0xFF, 0xFF, 0xFF], [0, 0, 0, 0],
        Array("GET / HTTP/1.1\r\n\r\n".utf8), [0, 0, 0, 8, 0x03, 0xE7, 0, 0, 0, 0, 0, 1],
        [0, 0, 0, 10, 0, 11, 0, 0, 0, 0, 0, 1, 0xFF, 0xFF],
      ] {
        let client = try WireClient(port: endpoint.port)
        client.send(bytes: bytes)
        client.read(frames: 1)
        #expect(client.isClosed, "\(bytes)")
      }
      #expect(try WireClient(port: endpoint.port).ask(metadata, version: 12) != nil)
    }
  }

  @Test func requestsAreAnsweredInTheirOrder() throws {
    try withBroker { endpoint in
      let client = try WireClient(port: endpoint.port)
      var bytes: [UInt8] = []
      for id in 0..<200 {
        let frame = try WireCodec.encode(
          metadata, version: 9, correlationId: Int32(id), clientId: nil)
        bytes += [0, 0, UInt8(frame.count >> 8), UInt8(frame.count & 0xFF)] + frame
      }
      client.send(bytes: bytes)
      client.read(frames: 200)
      let ids = try client.frames.map {
        try WireCodec.decodeResponse($0, api: .metadata, version: 9).correlationId
      }
      #expect(ids == Array(0..<200))
    }
  }

  @Test func connectionsBeyondTheLimitAreRefused() throws {
    try withBroker({ $0.limits.connections = 2 }) { endpoint in
      let kept = try (0..<2).map { _ in try WireClient(port: endpoint.port) }
      for client in kept { #expect(try client.ask(metadata, version: 9) != nil) }
      #expect(try WireClient(port: endpoint.port).ask(metadata, version: 9) == nil)
      for client in kept { #expect(try client.ask(metadata, version: 9) != nil) }
    }
  }

  @Test func oneHostHasItsShareOfConnections() throws {
    try withBroker({ $0.limits.loopbackConnections = 1 }) { endpoint in
      let first = try WireClient(port: endpoint.port)
      #expect(try first.ask(metadata, version: 9) != nil)
      #expect(try WireClient(port: endpoint.port).ask(metadata, version: 9) == nil)
      first.disconnect()
      var isLetIn = false
      for _ in 0..<1_000 where !isLetIn {
        isLetIn = try WireClient(port: endpoint.port).ask(metadata, version: 9) != nil
      }
      #expect(isLetIn)
    }
  }

  @Test func aRestartBreaksConnectionsAndKeepsWhatWasWritten() throws {
    try withBroker { endpoint in
      try endpoint.makeTopic("orders", partitions: 1)
      let client = try WireClient(port: endpoint.port)
      let commit = OffsetCommitRequest(
        groupId: "g",
        topics: [
          .init(
            name: "orders",
            partitions: [
              .init(partitionIndex: 0, committedOffset: Offset(7), committedMetadata: "m")
            ])
        ])
      _ = try client.ask(.offsetCommit(commit), version: 8)
      endpoint.restart(afterMs: 50)
      client.read(frames: 2)
      #expect(client.isClosed)
      var again: WireClient?
      while again == nil { again = try? WireClient(port: endpoint.port) }
      let answer = try again?.ask(
        .offsetFetch(OffsetFetchRequest(groups: [.init(groupId: "g", topics: nil)])), version: 8)
      guard case .offsetFetch(let fetched)? = answer else {
        Issue.record("no answer: \(String(describing: answer))")
        return
      }
      #expect(fetched.groups[0].topics[0].partitions[0].committedOffset == Offset(7))
    }
  }
}
