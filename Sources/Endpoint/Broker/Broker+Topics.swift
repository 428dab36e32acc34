import KafkaModel

/// CreateTopics, CreatePartitions.
extension Broker {
  func create(_ request: CreateTopicsRequest) -> CreateTopicsResponse {
    let (topics, twice) = Self.once(request.topics, \.name)
    return CreateTopicsResponse(
      topics: topics.map { create($0, isTrial: request.validateOnly) }
        + twice.map {
          .init(name: $0, errorCode: .invalidRequest, errorMessage: Self.duplicateName)
        })
  }

  private func create(
    _ topic: CreateTopicsRequest.Topic, isTrial: Bool
  ) -> CreateTopicsResponse.Topic {
    if let (error, message) = TopicRules.fault(topic, in: topics, config) {
      return .init(name: topic.name, errorCode: error, errorMessage: message)
    }
    let count = TopicRules.partitionCount(of: topic, config)
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
    let (topics, twice) = Self.once(request.topics, \.name)
    return CreatePartitionsResponse(
      results: topics.map { grow($0, isTrial: request.validateOnly) }
        + twice.map {
          .init(name: $0, errorCode: .invalidRequest, errorMessage: Self.duplicateName)
        })
  }

  static let duplicateName = "Duplicate topic name."

  /// The topics that are named once, and the names of the others.
  private static func once<Asked>(
    _ topics: [Asked], _ name: (Asked) -> TopicName
  ) -> (topics: [Asked], twice: [TopicName]) {
    let twice = topics.map(name).repeated
    let refused = Set(twice)
    return (topics.filter { !refused.contains(name($0)) }, twice)
  }

  private func grow(
    _ topic: CreatePartitionsRequest.Topic, isTrial: Bool
  ) -> CreatePartitionsResponse.Result {
    if let (error, message) = TopicRules.fault(topic, in: topics, config) {
      return .init(name: topic.name, errorCode: error, errorMessage: message)
    }
    if !isTrial {
      topics.grow(topic.name, to: topic.count)
      witness?.changed(topic.name)
    }
    return .init(name: topic.name)
  }
}
