import KafkaModel

/// DeleteTopics: by name or by id. Who asks for a topic twice, in whichever way, deletes nothing
/// (`ControllerApis.deleteTopics`).
extension Broker {
  func delete(_ request: DeleteTopicsRequest) -> DeleteTopicsResponse {
    let names = request.topics.filter { $0.topicId == .zero }.compactMap(\.name)
    let ids = request.topics.filter { $0.name == nil && $0.topicId != .zero }.map(\.topicId)
    let verdicts = request.topics.compactMap(\.fault) + Self.repeated(names, ids)
    let byId = ids.single.map { (id: $0, name: topics.name(of: $0)) }
    let unknownIds = byId.filter { $0.name == nil }.map { unknown($0.id) }
    let found = byId.compactMap(\.name)
    let (byName, refused) = deletable(names.single, besides: Set(ids))
    // Whom a name met there is not deleted either.
    let doomed = found.filter { name in !refused.contains { $0.name == name } } + byName
    return DeleteTopicsResponse(
      responses: verdicts + unknownIds + refused + doomed.map(delete))
  }

  private static func repeated(
    _ names: [TopicName], _ ids: [Uuid]
  ) -> [DeleteTopicsResponse.Topic] {
    names.repeated.map { .init(name: $0, .invalidRequest, duplicateName) }
      + ids.repeated.map {
        .init(name: nil, .invalidRequest, "Duplicate topic id.", topicId: $0)
      }
  }

  private func deletable(
    _ names: [TopicName], besides ids: Set<Uuid>
  ) -> (names: [TopicName], refused: [DeleteTopicsResponse.Topic]) {
    var (deletable, refused): ([TopicName], [DeleteTopicsResponse.Topic]) = ([], [])
    for name in names {
      if let id = topics[name]?.id, ids.contains(id) {
        refused.append(.init(name: name, .invalidRequest, Self.suppliedTwice, topicId: id))
      } else if topics[name] == nil {
        refused.append(unknown(name))
      } else {
        deletable.append(name)
      }
    }
    return (deletable, refused)
  }

  private func delete(_ name: TopicName) -> DeleteTopicsResponse.Topic {
    if topics[name]?.isInternal == true {
      return .init(name: name, .invalidRequest, "Cannot delete internal topic.")
    }
    let id = topics[name]?.id ?? .zero
    guard topics.remove(name, nowMs: clock.nowMs) else { return unknown(name) }
    forgetOffsets(of: name)
    retryFetches(of: name)
    return .init(name: name, topicId: id)
  }

  private func unknown(_ name: TopicName) -> DeleteTopicsResponse.Topic {
    .init(
      name: name, .unknownTopicOrPartition, "This server does not host this topic-partition.")
  }

  private func unknown(_ id: Uuid) -> DeleteTopicsResponse.Topic {
    .init(name: nil, .unknownTopicId, "This server does not host this topic ID.", topicId: id)
  }

  private static let suppliedTwice =
    "The provided topic name maps to an ID that was already supplied."
}

extension DeleteTopicsRequest.Topic {
  /// What is wrong with the entry whatever topics there are.
  fileprivate var fault: DeleteTopicsResponse.Topic? {
    if name == nil, topicId == .zero {
      return .init(name: nil, .invalidRequest, "Neither topic name nor id were specified.")
    }
    guard name != nil, topicId != .zero else { return nil }
    return .init(
      name: name, .invalidRequest, "You may not specify both topic name and topic id.",
      topicId: topicId)
  }
}

extension DeleteTopicsResponse.Topic {
  fileprivate init(
    name: TopicName?, _ error: ErrorCode, _ message: String, topicId: Uuid = .zero
  ) {
    self.init(name: name, errorCode: error, errorMessage: message, topicId: topicId)
  }
}
