import KafkaModel
import Testing

@testable import Endpoint

/// DescribeTopicPartitions tells what there is in pages.
@Suite struct TopicPageTests {
  private typealias Page = DescribeTopicPartitionsResponse

  private func withTopics(_ body: (WireClient) throws -> Void) throws {
    let endpoint = try Endpoint(EndpointConfig())
    defer { endpoint.stop() }
    for (name, count): (TopicName, Int32) in [("a", 3), ("b", 2), ("c", 1)] {
      try endpoint.makeTopic(name, partitions: count)
    }
    try body(try WireClient(port: endpoint.port))
  }

  private func ask(
    _ client: WireClient, _ names: [TopicName] = [], most: Int32 = 2_000, from: TopicCursor? = nil
  ) throws -> Page? {
    let request = DescribeTopicPartitionsRequest(
      topics: names.map { .init(name: $0) }, responsePartitionLimit: most, cursor: from)
    guard
      case .describeTopicPartitions(let page)? = try client.ask(
        .describeTopicPartitions(request), version: 0)
    else { return nil }
    return page
  }

  private func told(_ page: Page?) -> [String] {
    (page?.topics ?? []).map { topic in
      "\(topic.name ?? "") \(topic.partitions.map(\.partitionIndex))"
    }
  }

  @Test func pagesGoOnWhereTheLastOneEnded() throws {
    try withTopics { client in
      var pages: [[String]] = []
      var cursor: TopicCursor?
      repeat {
        let page = try #require(try ask(client, ["c", "a", "b"], most: 2, from: cursor))
        pages.append(told(page))
        cursor = page.nextCursor
      } while cursor != nil && pages.count < 9
      #expect(pages == [["a [0, 1]"], ["a [2]", "b [0]"], ["b [1]", "c [0]"]])
    }
  }

  @Test func aPageThatEndsWithATopicPointsAtTheNext() throws {
    try withTopics { client in
      let page = try ask(client, ["a", "b", "c"], most: 3)
      #expect(told(page) == ["a [0, 1, 2]"])
      #expect(page?.nextCursor == TopicCursor(topicName: "b", partitionIndex: 0))
    }
  }

  @Test func withoutNamesAllAreTold() throws {
    try withTopics { client in
      let page = try ask(client)
      #expect(
        page?.topics.map(\.name) == ["__consumer_offsets", "__transaction_state", "a", "b", "c"])
      #expect(page?.topics.map(\.isInternal) == [true, true, false, false, false])
      #expect(page?.nextCursor == nil)
      // One that has gone since the last page is passed over.
      let rest = try ask(client, from: TopicCursor(topicName: "aa", partitionIndex: 1))
      #expect(told(rest) == ["b [0, 1]", "c [0]"])
    }
  }

  @Test func faults() throws {
    try withTopics { client in
      let page = try ask(client, ["none", "not a name", "a"], most: -5)
      #expect(page?.topics.map(\.errorCode) == [.none])
      #expect(told(page) == ["a [0]"])
      let names = try ask(client, ["none", "not a name"])
      #expect(names?.topics.map(\.errorCode) == [.unknownTopicOrPartition, .invalidTopicException])
      let bad = try ask(client, ["a"], from: TopicCursor(topicName: "a", partitionIndex: -1))
      #expect(bad?.topics.map(\.errorCode) == [.invalidRequest])
      let beyond = try ask(
        client, ["a", "b"], from: TopicCursor(topicName: "a", partitionIndex: 9))
      #expect(told(beyond) == ["a []", "b [0, 1]"])
    }
  }
}
