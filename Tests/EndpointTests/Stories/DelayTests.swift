import KafkaModel
import Testing

@testable import Endpoint

/// What a real cluster needs a moment for.
@Suite struct DelayTests {
  private func answer(_ client: WireClient, _ request: Request, _ version: Int16) throws
    -> Response
  {
    try #require(try client.ask(request, version: version))
  }

  private func topic(_ client: WireClient) throws -> MetadataResponse.Topic {
    let request = Request.metadata(MetadataRequest(topics: ["orders"]))
    guard case .metadata(let body) = try answer(client, request, 12) else {
      throw UnexpectedAnswer()
    }
    return body.topics[0]
  }

  struct UnexpectedAnswer: Error {}

  @Test func newsOfATopicComesLate() throws {
    var config = EndpointConfig()
    config.metadataDelayMs = 150
    let endpoint = try Endpoint(config)
    defer { endpoint.stop() }
    let client = try WireClient(port: endpoint.port)
    let create = CreateTopicsRequest(topics: [.init(name: "orders", numPartitions: 2)])
    _ = try answer(client, .createTopics(create), 7)
    // Whatever the machine's speed: never the third before the second.
    var seen: [String] = []
    while seen.last != "ready" {
      let topic = try topic(client)
      let isLed = topic.partitions.allSatisfy { $0.errorCode == .none }
      let now =
        topic.errorCode == .unknownTopicOrPartition ? "unknown" : isLed ? "ready" : "leaderless"
      if seen.last != now { seen.append(now) }
    }
    let order = ["unknown", "leaderless", "ready"]
    #expect(seen == order.filter(seen.contains))
    _ = try answer(client, .deleteTopics(DeleteTopicsRequest(topicNames: ["orders"])), 5)
    while try topic(client).errorCode == .none {}
    #expect(try topic(client).errorCode == .unknownTopicOrPartition)
  }

  @Test func theFirstWhoAsksWaitsForTheOffsetsTopic() throws {
    var config = EndpointConfig()
    config.offsetsTopicDelayMs = 100
    config.advertisedHost = "localhost"
    config.throttleTimeMs = 5
    let endpoint = try Endpoint(config)
    defer { endpoint.stop() }
    let client = try WireClient(port: endpoint.port)
    let find = Request.findCoordinator(FindCoordinatorRequest(coordinatorKeys: ["g"]))
    guard case .findCoordinator(let first) = try answer(client, find, 3) else {
      throw UnexpectedAnswer()
    }
    #expect(first.coordinators[0].errorCode == .coordinatorNotAvailable)
    #expect(first.coordinators[0].nodeId == .none)
    #expect(first.throttleTimeMs == 5)
    var last = first
    while last.coordinators[0].errorCode != .none {
      guard case .findCoordinator(let body) = try answer(client, find, 3) else {
        throw UnexpectedAnswer()
      }
      last = body
    }
    #expect(last.coordinators[0].host == "localhost")
    #expect(last.coordinators[0].port == Int32(endpoint.port))
  }
}
