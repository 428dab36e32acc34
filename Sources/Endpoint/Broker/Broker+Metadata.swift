import KafkaModel

/// Metadata: topics by name or by id, or all of them.
extension Broker {
  func metadata(_ request: MetadataRequest, version: Int16) -> MetadataResponse {
    if let error = request.fault(version: version) {
      return MetadataResponse(refusing: request, error)
    }
    var response = MetadataResponse(
      brokers: [.init(nodeId: Self.node, host: host, port: port)], clusterId: Self.clusterId,
      controllerId: Self.node, topics: found(request, version: version))
    if request.includeClusterAuthorizedOperations {
      response.clusterAuthorizedOperations = AuthorizedOperations.cluster
    }
    if request.includeTopicAuthorizedOperations {
      for at in response.topics.indices where response.topics[at].errorCode != .unknownTopicId {
        response.topics[at].authorizedOperations = AuthorizedOperations.topic
      }
    }
    return response
  }

  /// Where there is one id, names do not count (`KafkaApis.handleTopicMetadataRequest`).
  private func found(
    _ request: MetadataRequest, version: Int16
  ) -> [MetadataResponse.Topic] {
    let nowMs = clock.nowMs
    // In version 0 an empty list asks for all.
    guard let asked = request.asked, version > 0 || !asked.isEmpty else {
      return topics.allShown(nowMs: nowMs).map { described($0, nowMs: nowMs) }
    }
    let ids = asked.map(\.topicId).filter { $0 != .zero }.distinct
    if !ids.isEmpty { return described(ids, nowMs: nowMs) }
    return asked.compactMap(\.name).distinct.map { described($0, nowMs: nowMs) }
  }

  /// Ids that nobody has come first.
  private func described(_ ids: [Uuid], nowMs: Int64) -> [MetadataResponse.Topic] {
    let found = ids.map { (id: $0, topic: topics.shown($0, nowMs: nowMs)) }
    let unknown = found.filter { $0.topic == nil }.map {
      MetadataResponse.Topic(errorCode: .unknownTopicId, name: .unnamed, topicId: $0.id)
    }
    return unknown + found.compactMap(\.topic).map { described($0, nowMs: nowMs) }
  }

  func described(_ name: TopicName, nowMs: Int64) -> MetadataResponse.Topic {
    if let topic = topics.shown(name, nowMs: nowMs) { return described(topic, nowMs: nowMs) }
    let isLegal = TopicRules.nameFault(name.text) == nil
    return .init(
      errorCode: isLegal ? .unknownTopicOrPartition : .invalidTopicException, name: name)
  }

  private func described(_ topic: Topic, nowMs: Int64) -> MetadataResponse.Topic {
    let isLed = topics.standing(of: topic, nowMs: nowMs) == .ready
    return .init(
      name: topic.name, isInternal: topic.isInternal,
      partitions: topic.logs.indices.map { index in
        .init(
          errorCode: isLed ? .none : .leaderNotAvailable, partitionIndex: Int32(index),
          leaderId: isLed ? Self.node : .none, leaderEpoch: 0, replicaNodes: [Self.node],
          isrNodes: [Self.node])
      }, topicId: topic.id)
  }
}

extension MetadataRequest {
  /// Versions 10 and 11 have a place for ids, but brokers did not know them then. A topic with
  /// neither name nor id is nothing that Kafka's broker reckons with.
  fileprivate func fault(version: Int16) -> ErrorCode? {
    let asked = asked ?? []
    let hasIds = asked.contains { $0.topicId != .zero }
    let hasNameless = asked.contains { $0.name == nil }
    if version < 12 { return hasIds || hasNameless ? .invalidRequest : nil }
    return hasNameless && !hasIds ? .unknownServerError : nil
  }
}

extension MetadataResponse {
  fileprivate init(refusing request: MetadataRequest, _ error: ErrorCode) {
    self.init(
      topics: (request.asked ?? []).map {
        .init(errorCode: error, name: $0.name ?? .unnamed, topicId: $0.topicId)
      }, errorCode: error)
  }
}
