import KafkaModel

/// Metadata, CreateTopics, CreatePartitions, DeleteTopics.
extension Broker {
  func metadata(_ request: MetadataRequest, version: Int16) -> MetadataResponse {
    let nowMs = clock.nowMs
    // In version 0 an empty list asks for all.
    let asked = version == 0 && request.topics?.isEmpty == true ? nil : request.topics
    let found =
      asked.map { $0.map { described($0, nowMs: nowMs) } }
      ?? topics.allShown(nowMs: nowMs).map { described($0, nowMs: nowMs) }
    return MetadataResponse(
      brokers: [.init(nodeId: Self.node, host: host, port: port)], clusterId: Self.clusterId,
      controllerId: Self.node, topics: found)
  }

  private func described(_ name: TopicName, nowMs: Int64) -> MetadataResponse.Topic {
    guard let topic = topics.shown(name, nowMs: nowMs),
      topics.standing(of: topic, nowMs: nowMs) != .unknown
    else {
      let isLegal = TopicRules.nameFault(name.text) == nil
      return .init(
        errorCode: isLegal ? .unknownTopicOrPartition : .invalidTopicException, name: name)
    }
    return described(topic, nowMs: nowMs)
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

  func create(_ request: CreateTopicsRequest) -> CreateTopicsResponse {
    var response = CreateTopicsResponse()
    var twice: [TopicName] = []
    for topic in request.topics {
      let isTwice = request.topics.filter { $0.name == topic.name }.count > 1
      if !isTwice {
        response.topics.append(create(topic, isTrial: request.validateOnly))
      } else if !twice.contains(topic.name) {
        twice.append(topic.name)
        response.topics.append(
          .init(
            name: topic.name, errorCode: .invalidRequest, errorMessage: "Duplicate topic name."))
      }
    }
    return response
  }

  private func create(
    _ topic: CreateTopicsRequest.Topic, isTrial: Bool
  ) -> CreateTopicsResponse.Topic {
    if let (error, message) = TopicRules.fault(topic, in: topics, config) {
      return .init(name: topic.name, errorCode: error, errorMessage: message)
    }
    let count = topic.numPartitions < 0 ? config.defaultPartitions : topic.numPartitions
    let id = topics.newId(of: topic.name)
    if !isTrial { topics.add(topic.name, partitions: count, id: id, nowMs: clock.nowMs) }
    return .init(
      name: topic.name, numPartitions: count, replicationFactor: 1,
      configs: TopicSettings.told(topic.configs), topicId: id)
  }

  func grow(_ request: CreatePartitionsRequest) -> CreatePartitionsResponse {
    CreatePartitionsResponse(
      results: request.topics.map { topic in
        if let (error, message) = TopicRules.fault(topic, in: topics, config) {
          return .init(name: topic.name, errorCode: error, errorMessage: message)
        }
        if !request.validateOnly { topics.grow(topic.name, to: topic.count) }
        witness?.changed(topic.name)
        return .init(name: topic.name)
      })
  }

  func delete(_ request: DeleteTopicsRequest) -> DeleteTopicsResponse {
    DeleteTopicsResponse(
      responses: request.topicNames.map { name in
        if topics[name]?.isInternal == true {
          return .init(
            name: name, errorCode: .invalidRequest, errorMessage: "Cannot delete internal topic.")
        }
        let id = topics[name]?.id ?? .zero
        guard topics.remove(name, nowMs: clock.nowMs) else {
          return .init(
            name: name, errorCode: .unknownTopicOrPartition,
            errorMessage: "This server does not host this topic-partition.")
        }
        forgetOffsets(of: name)
        retryFetches(of: name)
        return .init(name: name, topicId: id)
      })
  }
}
