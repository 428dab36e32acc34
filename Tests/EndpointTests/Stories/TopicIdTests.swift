import KafkaModel
import KafkaWire
import Testing

@testable import Endpoint

/// Topics that clients name by id, as `KafkaApis` and `ControllerApis` take it.
@Suite struct TopicIdTests {
  private struct Missing: Error {}
  private static let stranger = Uuid(high: 7, low: 7)

  private func withBroker(_ body: (WireClient, [TopicName: Uuid]) throws -> Void) throws {
    let endpoint = try Endpoint(EndpointConfig())
    defer { endpoint.stop() }
    for name in ["orders", "bills"] as [TopicName] { try endpoint.makeTopic(name, partitions: 2) }
    let client = try WireClient(port: endpoint.port)
    let all = try metadata(of: [.init(name: "orders"), .init(name: "bills")], 13, client)
    let ids = all.topics.map { ($0.name, $0.topicId) }
    try body(client, Dictionary(uniqueKeysWithValues: ids))
  }

  private func metadata(
    of topics: [MetadataRequest.Topic]?, _ version: Int16, _ client: WireClient
  ) throws -> MetadataResponse {
    var request = MetadataRequest()
    request.asked = topics
    guard case .metadata(let answer)? = try client.ask(.metadata(request), version: version)
    else { throw Missing() }
    return answer
  }

  @Test func metadataIsToldOfIds() throws {
    try withBroker { client, ids in
      let orders = try #require(ids["orders"])
      for version in [12, 13] as [Int16] {
        let answer = try metadata(
          of: [
            .init(name: nil, topicId: orders), .init(name: nil, topicId: Self.stranger),
            // Where there are ids, names do not count; who is named twice is told once.
            .init(name: "bills"), .init(name: nil, topicId: orders),
          ], version, client)
        #expect(answer.topics.map(\.errorCode) == [.unknownTopicId, .none])
        #expect(answer.topics.map(\.topicId) == [Self.stranger, orders])
        #expect(answer.topics.map(\.name) == [.unnamed, "orders"])
        #expect(answer.topics[1].partitions.count == 2)
        #expect(answer.brokers.count == 1 && answer.errorCode == .none)
      }
    }
  }

  /// They have room for ids, but brokers of then did not know what to do with them.
  @Test func versions10And11TakeNoIds() throws {
    try withBroker { client, ids in
      let orders = try #require(ids["orders"])
      for version in [10, 11] as [Int16] {
        for asked in [
          MetadataRequest.Topic(name: nil, topicId: orders), .init(name: nil),
          .init(name: "orders", topicId: orders),
        ] {
          let answer = try metadata(of: [asked, .init(name: "bills")], version, client)
          #expect(answer.topics.map(\.errorCode) == [.invalidRequest, .invalidRequest])
          #expect(answer.topics[0].name == asked.name ?? "")
          #expect(answer.topics[0].topicId == asked.topicId)
          #expect(answer.brokers.isEmpty)
        }
      }
      let nothing = try metadata(of: [.init(name: nil)], 13, client)
      #expect(nothing.errorCode == .unknownServerError)
      #expect(nothing.topics.map(\.errorCode) == [.unknownServerError])
    }
  }

  private func delete(
    _ topics: [DeleteTopicsRequest.Topic], _ client: WireClient
  ) throws -> [DeleteTopicsResponse.Topic] {
    var request = DeleteTopicsRequest(topicNames: [])
    request.topics = topics
    guard case .deleteTopics(let answer)? = try client.ask(.deleteTopics(request), version: 6)
    else { throw Missing() }
    return answer.responses
  }

  @Test func topicsAreDeletedById() throws {
    try withBroker { client, ids in
      let orders = try #require(ids["orders"])
      let answer = try delete(
        [.init(name: nil, topicId: orders), .init(name: nil, topicId: Self.stranger)], client)
      #expect(answer.map(\.errorCode) == [.unknownTopicId, .none])
      #expect(answer.map(\.name) == [nil, "orders"])
      #expect(answer[0].errorMessage == "This server does not host this topic ID.")
      let left = try metadata(of: nil, 13, client).topics.map(\.name)
      #expect(left.contains("bills") && !left.contains("orders"))
    }
  }

  /// `ControllerApisTest.testInvalidDeleteTopicsRequest`.
  @Test func whatIsNamedTwiceIsNotDeleted() throws {
    try withBroker { client, ids in
      let (orders, bills) = (try #require(ids["orders"]), try #require(ids["bills"]))
      let answer = try delete(
        [
          .init(name: nil), .init(name: "orders", topicId: orders), .init(name: "bills"),
          .init(name: nil, topicId: bills), .init(name: "quux"), .init(name: "quux"),
          .init(name: nil, topicId: Self.stranger), .init(name: nil, topicId: Self.stranger),
        ], client)
      let told = answer.map { "\($0.name?.text ?? "-"): \($0.errorMessage ?? "-")" }
      #expect(
        told == [
          "-: Neither topic name nor id were specified.",
          "orders: You may not specify both topic name and topic id.",
          "quux: Duplicate topic name.", "-: Duplicate topic id.",
          "bills: The provided topic name maps to an ID that was already supplied.",
        ])
      #expect(answer.allSatisfy { $0.errorCode == .invalidRequest })
      #expect(answer.map(\.topicId) == [.zero, orders, .zero, Self.stranger, bills])
      #expect(try metadata(of: nil, 13, client).topics.filter { !$0.isInternal }.count == 2)
    }
  }
}
