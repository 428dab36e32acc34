import KafkaModel

/// CreateTopics, CreatePartitions.
extension Broker {
  func create(_ request: CreateTopicsRequest) -> CreateTopicsResponse {
    let twice = request.topics.map(\.name).repeated
    let refused = Set(twice)
    return CreateTopicsResponse(
      topics: twice.map {
        .init(name: $0, errorCode: .invalidRequest, errorMessage: "Duplicate topic name.")
      }
        + request.topics.filter { !refused.contains($0.name) }.map {
          create($0, isTrial: request.validateOnly)
        })
  }

  private func create(
    _ topic: CreateTopicsRequest.Topic, isTrial: Bool
  ) -> CreateTopicsResponse.Topic {
    if let (error, message) = TopicRules.fault(topic, in: topics, config) {
      return .init(name: topic.name, errorCode: error, errorMessage: message)
    }
    let count = topic.numPartitions < 0 ? config.defaultPartitions : topic.numPartitions
    let id = topics.newId(of: topic.name)
    let own = TopicSettings.own(topic.configs)
    if !isTrial {
      topics.add(topic.name, partitions: count, id: id, nowMs: clock.nowMs, settings: own)
    }
    return .init(
      name: topic.name, numPartitions: count, replicationFactor: 1,
      configs: TopicSettings.told(own), topicId: id)
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
}
