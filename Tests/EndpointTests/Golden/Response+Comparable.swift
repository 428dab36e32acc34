import KafkaModel

@testable import Endpoint

extension Response {
  /// Without what cannot be the same: addresses, ids of topics and clusters, topics and groups of
  /// others and their transactions, the order of groups,
  /// texts with times in them, when a marker was written.
  func comparable(
    _ topics: [String], _ group: String, _ ids: [TransactionalId]
  ) -> Response {
    switch self {
    case .metadata(let body): return .metadata(body.comparable(topics))
    case .findCoordinator(var body):
      for at in body.coordinators.indices where body.coordinators[at].port > 0 {
        body.coordinators[at].port = 1
      }
      return .findCoordinator(body)
    case .createTopics(var body):
      for at in body.topics.indices {
        body.topics[at].topicId = .zero
      }
      return .createTopics(body)
    case .deleteTopics(var body):
      body.responses.sort { ($0.name ?? "") < ($1.name ?? "") }
      for at in body.responses.indices { body.responses[at].topicId = .zero }
      return .deleteTopics(body)
    case .describeTopicPartitions(var body):
      for at in body.topics.indices { body.topics[at].topicId = .zero }
      return .describeTopicPartitions(body)
    case .produce(var body):
      for topic in body.responses.indices {
        for at in body.responses[topic].partitions.indices {
          for record in body.responses[topic].partitions[at].recordErrors.indices {
            body.responses[topic].partitions[at].recordErrors[record].message = nil
          }
        }
      }
      return .produce(body)
    case .describeCluster(var body):
      body.clusterId = ""
      for at in body.brokers.indices { body.brokers[at].port = 1 }
      return .describeCluster(body)
    case .describeTransactions(var body):
      for at in body.transactionStates.indices where body.transactionStates[at].errorCode == .none {
        body.transactionStates[at].transactionStartTimeMs = 0
      }
      return .describeTransactions(body)
    case .listTransactions(var body):
      body.transactionStates.removeAll { !ids.contains($0.transactionalId) }
      return .listTransactions(body)
    case .listGroups(var body):
      body.groups.removeAll { $0.groupId.text != group }
      return .listGroups(body)
    case .deleteGroups(var body):
      body.results.sort { $0.groupId < $1.groupId }
      return .deleteGroups(body)
    case .apiVersions(let body): return .apiVersions(body.comparable())
    case .fetch(let body): return .fetch(body.comparable())
    default: return self
    }
  }
}

extension MetadataResponse {
  fileprivate func comparable(_ known: [String]) -> MetadataResponse {
    var body = self
    body.clusterId = nil
    for at in body.brokers.indices { body.brokers[at].port = 1 }
    for at in body.topics.indices { body.topics[at].topicId = .zero }
    body.topics.removeAll { $0.errorCode == .none && !known.contains($0.name.text) }
    body.topics.sort { $0.name < $1.name }
    return body
  }
}

extension ApiVersionsResponse {
  /// What the real broker offers beyond what is spoken here is left out.
  fileprivate func comparable() -> ApiVersionsResponse {
    var body = self
    body.tagged = []
    body.apiKeys = body.apiKeys.compactMap { range in
      guard let api = ApiKey(rawValue: range.apiKey) else { return nil }
      var range = range
      range.maxVersion = min(range.maxVersion, AdvertisedApis.range(of: api).maxVersion)
      return range
    }.sorted { $0.apiKey < $1.apiKey }
    return body
  }
}

extension FetchResponse {
  fileprivate func comparable() -> FetchResponse {
    var body = self
    for topic in body.responses.indices {
      for at in body.responses[topic].partitions.indices {
        guard case .batches(var bytes) = body.responses[topic].partitions[at].records else {
          continue
        }
        bytes.forgetTimesOfMarkers()
        body.responses[topic].partitions[at].records = .batches(bytes)
      }
    }
    return body
  }
}

extension [UInt8] {
  /// In control batches both times are 0, and so is the checksum, which covers them.
  fileprivate mutating func forgetTimesOfMarkers() {
    var start = 0
    while start + 61 <= count {
      let length = self[start + 8..<start + 12].reduce(0) { $0 << 8 | Int($1) }
      if self[start + 22] & 0b10_0000 != 0 {
        for place in [17..<21, 27..<43].joined() { self[start + place] = 0 }
      }
      start += 12 + length
    }
  }
}
