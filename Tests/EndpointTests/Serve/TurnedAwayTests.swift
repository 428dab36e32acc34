import Feed
import KafkaModel
import KafkaSecurity
import Testing

@testable import Endpoint

/// Who does not get as far as the group is told of all the same.
@Suite struct TurnedAwayTests {
  private let host = "127.0.0.1"

  private func secured() throws -> ServedGroup {
    try ServedGroup {
      var users = SaslUsers(mechanisms: [.plain])
      users.add("alice", password: Secret("tops3cret"))
      $0.endpoint.security.sasl = users
    }
  }

  @Test func eachReasonIsTold() throws {
    let group = try secured()
    let metadata = Request.metadata(MetadataRequest(topics: nil))
    _ = try WireClient(port: group.source.port).ask(metadata, version: 9)
    #expect(group.hears(.turnedAway(host: host, .unauthenticated)))

    let scram = Request.saslHandshake(SaslHandshakeRequest(mechanism: "SCRAM-SHA-256"))
    _ = try WireClient(port: group.source.port).ask(scram, version: 1)
    #expect(group.hears(.turnedAway(host: host, .mechanism)))

    let client = try WireClient(port: group.source.port)
    _ = try client.ask(.saslHandshake(SaslHandshakeRequest(mechanism: "PLAIN")), version: 1)
    let token = Array("\0alice\0guess".utf8)
    _ = try client.ask(.saslAuthenticate(SaslAuthenticateRequest(authBytes: token)), version: 2)
    #expect(group.hears(.turnedAway(host: host, .credentials)))

    let browser = try WireClient(port: group.source.port)
    browser.send(bytes: Array("GET / HTTP/1.1\r\n\r\n".utf8))
    #expect(group.hears(.turnedAway(host: host, .notTaken)))
    #expect(group.picture.turnedAway?.why == .notTaken)
  }

  /// It tries again every second; the log is not to be full of it.
  @Test func whoTriesAgainAndAgainIsToldOfOnce() throws {
    let group = try secured()
    let metadata = Request.metadata(MetadataRequest(topics: nil))
    for _ in 0..<5 { _ = try WireClient(port: group.source.port).ask(metadata, version: 9) }
    let browser = try WireClient(port: group.source.port)
    browser.send(bytes: Array("GET / HTTP/1.1\r\n\r\n".utf8))
    #expect(group.hears(.turnedAway(host: host, .notTaken)))
    #expect(group.events.count { $0 == .turnedAway(host: host, .unauthenticated) } == 1)
  }
}
