import KafkaModel
import KafkaWire
import Testing

@testable import Endpoint

/// Which topics a controller makes and grows, and what administrators are told besides.
@Suite struct AdminRulesTests {
  private struct Missing: Error {}

  private func withBroker(_ body: (WireClient) throws -> Void) throws {
    let endpoint = try Endpoint(EndpointConfig())
    defer { endpoint.stop() }
    try endpoint.makeTopic("my.topic", partitions: 1)
    try body(WireClient(port: endpoint.port))
  }

  private func create(
    _ topics: [CreateTopicsRequest.Topic], _ client: WireClient
  ) throws -> [CreateTopicsResponse.Topic] {
    let request = Request.createTopics(CreateTopicsRequest(topics: topics))
    guard case .createTopics(let answer)? = try client.ask(request, version: 7) else {
      throw Missing()
    }
    return answer.topics
  }

  private func grow(
    _ topics: [CreatePartitionsRequest.Topic], _ client: WireClient
  ) throws -> [CreatePartitionsResponse.Result] {
    let request = Request.createPartitions(CreatePartitionsRequest(topics: topics))
    guard case .createPartitions(let answer)? = try client.ask(request, version: 3) else {
      throw Missing()
    }
    return answer.results
  }

  @Test func namesThatOnlyDifferInDotsCollide() throws {
    try withBroker { client in
      let answer = try create(
        [
          .init(name: "my_topic", numPartitions: 1), .init(name: "my.topic", numPartitions: 1),
          .init(name: "__cluster_metadata", numPartitions: 1),
          .init(name: "twice", numPartitions: 1), .init(name: "twice", numPartitions: 2),
          .init(name: "mytopic", numPartitions: 1),
        ], client)
      #expect(
        answer.map(\.errorCode) == [
          .invalidTopicException, .topicAlreadyExists, .topicAuthorizationFailed, .none,
          .invalidRequest,
        ])
      #expect(
        answer[0].errorMessage == "Topic 'my_topic' collides with existing topic: my.topic")
      _ = try client.ask(
        .deleteTopics(DeleteTopicsRequest(topicNames: ["my.topic"])), version: 5)
      #expect(
        try create([.init(name: "my_topic", numPartitions: 1)], client)[0].errorCode == .none)
    }
  }

  @Test func replicasCanBeChosenByHandAmongOneBroker() throws {
    let one = [BrokerId(1)]
    typealias Row = (
      partitions: Int32, replicas: Int16, chosen: [(Int32, [BrokerId])], fault: String?
    )
    let rows: [Row] = [
      (-1, -1, [(1, one), (0, one)], nil),
      (
        2, -1, [(0, one)],
        "A manual partition assignment was specified, but numPartitions was"
          + " not set to -1."
      ),
      (
        -1, 1, [(0, one)],
        "A manual partition assignment was specified, but replication factor"
          + " was not set to -1."
      ),
      (
        -1, -1, [(0, one), (0, one)],
        "Found multiple manual partition assignments for partition 0"
      ),
      (
        -1, -1, [(0, one), (2, one)],
        "partitions should be a consecutive 0-based integer sequence"
      ),
      (-1, -1, [(0, [])], "The manual partition assignment includes an empty replica list."),
      (
        -1, -1, [(0, [BrokerId(2)])],
        "The manual partition assignment includes broker 2, but no such broker is registered."
      ),
      (
        -1, -1, [(0, one + one)],
        "The manual partition assignment includes the broker 1 more than once."
      ),
    ]
    try withBroker { client in
      for (at, row) in rows.enumerated() {
        let topic = CreateTopicsRequest.Topic(
          name: TopicName("t\(at)"), numPartitions: row.partitions,
          replicationFactor: row.replicas,
          assignments: row.chosen.map { .init(partitionIndex: $0.0, brokerIds: $0.1) })
        let answer = try create([topic], client)[0]
        #expect(answer.errorMessage == row.fault)
        #expect((answer.errorCode == .none) == (row.fault == nil))
        if row.fault == nil { #expect(answer.numPartitions == 2) }
      }
    }
  }

  @Test func partitionsAreAddedWithReplicasChosenByHand() throws {
    try withBroker { client in
      let one = CreatePartitionsRequest.Assignment(brokerIds: [BrokerId(1)])
      let few = try grow([.init(name: "my.topic", count: 3, assignments: [one])], client)[0]
      #expect(
        few.errorMessage == "Attempted to add 2 additional partition(s), but only 1"
          + " assignment(s) were specified.")
      #expect(few.errorCode == .invalidReplicaAssignment)
      let twice = try grow(
        [.init(name: "my.topic", count: 2), .init(name: "my.topic", count: 3)], client)
      #expect(twice.map(\.errorCode) == [.invalidRequest])
      let good = try grow([.init(name: "my.topic", count: 3, assignments: [one, one])], client)
      #expect(good.map(\.errorCode) == [.none])
    }
  }

  @Test func endpointsOfOtherKindsAreNotDescribed() throws {
    try withBroker { client in
      func describe(_ type: Int8) throws -> DescribeClusterResponse {
        let request = DescribeClusterRequest(
          includeClusterAuthorizedOperations: true, endpointType: type)
        guard
          case .describeCluster(let answer)? = try client.ask(
            .describeCluster(request), version: 1)
        else { throw Missing() }
        return answer
      }
      let broker = try describe(1)
      #expect(broker.clusterAuthorizedOperations == 8_096 && broker.brokers.count == 1)
      #expect(
        try describe(2)
          == .init(
            errorCode: .mismatchedEndpointType,
            errorMessage: "The request was sent to an endpoint of type BROKER, but we wanted an"
              + " endpoint of type CONTROLLER"))
      #expect(
        try describe(3)
          == .init(
            errorCode: .unsupportedEndpointType, errorMessage: "Unsupported endpoint type 3"))
    }
  }

  /// Nobody is asked what he may do, so that it is everything.
  @Test func whoAsksIsToldThatHeMayDoEverything() throws {
    try withBroker { client in
      var metadata = MetadataRequest(topics: ["my.topic", "nosuch"])
      metadata.includeTopicAuthorizedOperations = true
      metadata.includeClusterAuthorizedOperations = true
      guard case .metadata(let told)? = try client.ask(.metadata(metadata), version: 9) else {
        throw Missing()
      }
      #expect(told.topics.map(\.authorizedOperations) == [3_576, 3_576])
      #expect(told.clusterAuthorizedOperations == 8_096)
      for (isAsked, version, expected) in [
        (true, 5, 3_400), (false, 5, .min), (true, 6, .min),
      ] as [(Bool, Int16, Int32)] {
        let request = DescribeGroupsRequest(
          groups: ["nosuch"], includeAuthorizedOperations: isAsked)
        guard
          case .describeGroups(let answer)? = try client.ask(
            .describeGroups(request), version: version)
        else { throw Missing() }
        #expect(answer.groups[0].authorizedOperations == expected)
      }
    }
  }
}
