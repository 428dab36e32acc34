import KafkaModel

/// Topics that are named by id (KIP-516): within the broker they have names.
extension Broker {
  private func name(of id: Uuid) -> TopicName { topics.name(of: id) ?? .unnamed }

  func named(_ request: FetchRequest) -> FetchRequest {
    var request = request
    for at in request.topics.indices {
      request.topics[at].name = name(of: request.topics[at].topicId)
    }
    for at in request.forgottenTopics.indices {
      request.forgottenTopics[at].name = name(of: request.forgottenTopics[at].topicId)
    }
    return request
  }

  func named(_ request: ProduceRequest) -> ProduceRequest {
    var request = request
    for at in request.topics.indices {
      request.topics[at].name = name(of: request.topics[at].topicId)
    }
    return request
  }

  /// Ids that nobody has are answered first, the rest by name.
  func commitById(
    _ request: OffsetCommitRequest, _ call: Call, _ finish: @escaping (Response) -> Void
  ) {
    var known = request
    known.topics = request.topics.compactMap { topic in
      topics.name(of: topic.topicId).map {
        .init(name: $0, partitions: topic.partitions, topicId: topic.topicId)
      }
    }
    let unknown = request.topics.filter { topics.name(of: $0.topicId) == nil }.map { topic in
      OffsetCommitResponse.Topic(
        name: .unnamed,
        partitions: topic.partitions.map {
          .init(partitionIndex: $0.partitionIndex, errorCode: .unknownTopicId)
        }, topicId: topic.topicId)
    }
    if known.topics.isEmpty, !unknown.isEmpty {
      return finish(.offsetCommit(OffsetCommitResponse(topics: unknown)))
    }
    let ids = known.topics.reduce(into: [:]) { $0[$1.name] = $1.topicId }
    commit(known, call) { response in
      guard case .offsetCommit(var answer) = response else { return finish(response) }
      for at in answer.topics.indices {
        answer.topics[at].topicId = ids[answer.topics[at].name] ?? .zero
      }
      answer.topics = unknown + answer.topics
      finish(.offsetCommit(answer))
    }
  }

  func offsetsById(
    _ request: OffsetFetchRequest, _ call: Call, _ finish: @escaping (Response) -> Void
  ) {
    var known = request
    for at in request.groups.indices {
      known.groups[at].topics = request.groups[at].topics?.compactMap { topic in
        topics.name(of: topic.topicId).map {
          .init(name: $0, partitionIndexes: topic.partitionIndexes, topicId: topic.topicId)
        }
      }
    }
    let unknown = request.groups.map { group in
      (group.topics ?? []).filter { topics.name(of: $0.topicId) == nil }.map { topic in
        OffsetFetchResponse.Topic(
          name: .unnamed,
          partitions: topic.partitionIndexes.map {
            .init(partitionIndex: $0, errorCode: .unknownTopicId)
          }, topicId: topic.topicId)
      }
    }
    askCoordinator(.offsetFetch(known), call) { response in
      guard case .offsetFetch(var answer) = response else { return finish(response) }
      for at in answer.groups.indices {
        self.identify(&answer.groups[at].topics)
        if unknown.indices.contains(at) {
          answer.groups[at].topics = unknown[at] + answer.groups[at].topics
        }
      }
      finish(.offsetFetch(answer))
    }
  }

  /// Offsets of topics that are no more have no id and are left out.
  private func identify(_ topics: inout [OffsetFetchResponse.Topic]) {
    for at in topics.indices { topics[at].topicId = self.topics[topics[at].name]?.id ?? .zero }
    topics.removeAll { $0.topicId == .zero }
  }
}

extension TopicName {
  /// No topic has it: stands for an id that nobody has.
  static let unnamed = TopicName("")
}
