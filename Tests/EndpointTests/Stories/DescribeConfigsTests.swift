import KafkaModel
import KafkaWire
import Testing

@testable import Endpoint

@Suite struct DescribeConfigsTests {
  private struct Missing: Error {}

  private func withBroker(
    _ change: (inout EndpointConfig) -> Void = { _ in },
    _ body: (WireClient) throws -> Void
  ) throws {
    var config = EndpointConfig()
    change(&config)
    let endpoint = try Endpoint(config)
    defer { endpoint.stop() }
    try body(WireClient(port: endpoint.port))
  }

  private func describe(
    _ type: Int8, _ name: String, keys: [String]? = nil, synonyms: Bool = false,
    _ client: WireClient
  ) throws -> DescribeConfigsResponse.Result {
    let request = DescribeConfigsRequest(
      resources: [.init(resourceType: type, resourceName: name, configurationKeys: keys)],
      includeSynonyms: synonyms)
    return try describe(request, client)[0]
  }

  private func describe(
    _ request: DescribeConfigsRequest, _ client: WireClient
  ) throws -> [DescribeConfigsResponse.Result] {
    guard
      case .describeConfigs(let answer)? = try client.ask(.describeConfigs(request), version: 4)
    else { throw Missing() }
    return answer.results
  }

  private func create(
    _ configs: [CreateTopicsRequest.Config], _ client: WireClient
  ) throws -> CreateTopicsResponse.Topic {
    let request = CreateTopicsRequest(topics: [
      .init(name: "orders", numPartitions: 1, configs: configs)
    ])
    guard case .createTopics(let answer)? = try client.ask(.createTopics(request), version: 7)
    else { throw Missing() }
    return answer.topics[0]
  }

  @Test func theBrokerTellsWhatItObeys() throws {
    try withBroker({
      $0.coordinator.initialRebalanceDelayMs = 300
      $0.limits.batchBytes = 9
    }) { client in
      let told = try describe(4, "1", synonyms: true, client).configs
      #expect(told.map(\.name) == told.map(\.name).sorted())
      let delay = told.first { $0.name == "group.initial.rebalance.delay.ms" }
      #expect(
        delay
          == .init(
            name: "group.initial.rebalance.delay.ms", value: "300", readOnly: true,
            configSource: 4,
            synonyms: [
              .init(name: "group.initial.rebalance.delay.ms", value: "300", source: 4),
              .init(name: "group.initial.rebalance.delay.ms", value: "3000", source: 5),
            ], configType: 3))
      let most = told.first { $0.name == "group.max.session.timeout.ms" }
      #expect(most?.value == "1800000" && most?.configSource == 5)
      #expect(told.first { $0.name == "message.max.bytes" }?.value == "9")
      let plain = try describe(4, "1", keys: ["message.max.bytes", "nosuch"], client).configs
      #expect(plain.map(\.name) == ["message.max.bytes"] && plain[0].synonyms.isEmpty)
      #expect(try describe(4, "", client).configs.map(\.name) == ["min.insync.replicas"])
    }
  }

  @Test func aTopicHasWhatItWasMadeWithAndTheBrokersBehindIt() throws {
    try withBroker({ $0.limits.logBytes = 1_000 }) { client in
      let made = try create([.init(name: "retention.ms", value: "5")], client)
      #expect(made.errorCode == .none)
      let told = try describe(2, "orders", synonyms: true, client).configs
      #expect(told.count == 33)
      let retention = told.filter { $0.name.hasPrefix("retention") }
      #expect(retention.map(\.value) == ["1000", "5"])
      #expect(retention.map(\.configSource) == [4, 1])
      #expect(
        retention[0].synonyms == [
          .init(name: "log.retention.bytes", value: "1000", source: 4),
          .init(name: "log.retention.bytes", value: "-1", source: 5),
        ])
      for topic in ["__consumer_offsets", "__transaction_state"] {
        let policy = try describe(2, topic, keys: ["cleanup.policy"], client).configs
        #expect(policy.map(\.value) == ["compact"] && policy[0].configSource == 1)
      }
    }
  }

  @Test func whatIsNotThereIsNamed() throws {
    try withBroker { client in
      #expect(try describe(2, "nosuch", client).errorCode == .unknownTopicOrPartition)
      #expect(try describe(2, "no/such", client).errorCode == .invalidTopicException)
      #expect(
        try describe(4, "7", client).errorMessage
          == "Unexpected broker id, expected 1 or empty string, but received 7")
      #expect(
        try describe(4, "x", client).errorMessage == "Broker id must be an integer, but it is: x")
      #expect(try describe(8, "", client).errorMessage == "Broker id must not be empty")
      // An unknown kind of resource spoils the whole request.
      let answer = try describe(
        DescribeConfigsRequest(resources: [
          .init(resourceType: 4, resourceName: "1"), .init(resourceType: 3, resourceName: "x"),
        ]), client)
      #expect(answer.map(\.errorCode) == [.invalidRequest, .invalidRequest])
    }
  }

  /// Each costs the one who asks a few bytes, and the broker thousands.
  @Test func soManyAreAskedForAtOnceAndNoMore() throws {
    try withBroker({ $0.limits.describedResources = 2 }) { client in
      let one = DescribeConfigsRequest.Resource(resourceType: 4, resourceName: "1")
      let two = try describe(DescribeConfigsRequest(resources: [one, one]), client)
      #expect(two.allSatisfy { $0.errorCode == .none && !$0.configs.isEmpty })
      let three = try describe(DescribeConfigsRequest(resources: [one, one, one]), client)
      #expect(three.allSatisfy { $0.errorCode == .policyViolation && $0.configs.isEmpty })
    }
  }

  @Test(arguments: [
    ("retention.ms", "soon", "Not a number of type LONG"),
    ("max.message.bytes", "4294967296", "Not a number of type INT"),
    ("preallocate", "perhaps", "Expected value to be either true or false"),
    ("cleanup.policy", "shred", "String must be one of: compact, delete"),
  ])
  func aTopicIsNotMadeWithNonsense(name: String, value: String, fault: String) throws {
    try withBroker { client in
      let refused = try create([.init(name: name, value: value)], client)
      #expect(refused.errorCode == .invalidConfig)
      #expect(
        refused.errorMessage == "Invalid value \(value) for configuration \(name): \(fault)")
      #expect(try create([.init(name: name, value: nil)], client).errorCode == .invalidConfig)
      let long = String(repeating: "7", count: 1_001)
      #expect(try create([.init(name: name, value: long)], client).errorCode == .invalidConfig)
      #expect(try describe(2, "orders", client).errorCode == .unknownTopicOrPartition)
    }
  }
}
