import Coordinator
import KafkaModel

/// TxnOffsetCommit and OffsetDelete: what concerns partitions before it concerns a group.
extension Broker {
  /// The group coordinator is a partition's leader too, and asks whether the transaction knows
  /// that it writes there.
  func commit(
    _ request: TxnOffsetCommitRequest, _ call: Call, _ finish: @escaping (Response) -> Void
  ) {
    var known = request
    known.topics = request.topics.compactMap { topic in
      let good = topic.partitions.filter {
        exists(TopicPartition(topic.name, $0.partitionIndex))
      }
      return good.isEmpty ? nil : .init(name: topic.name, partitions: good)
    }
    let refused = request.topics.compactMap { topic -> OffsetCommitResponse.Topic? in
      let bad = topic.partitions.filter {
        !exists(TopicPartition(topic.name, $0.partitionIndex))
      }
      return bad.isEmpty
        ? nil
        : .init(
          name: topic.name,
          partitions: bad.map {
            .init(partitionIndex: $0.partitionIndex, errorCode: .unknownTopicOrPartition)
          })
    }
    if known.topics.isEmpty, !refused.isEmpty {
      return finish(.txnOffsetCommit(TxnOffsetCommitResponse(topics: refused)))
    }
    let commit = known
    verify(commit, call) { error in
      let told = { (response: Response) in
        guard case .txnOffsetCommit(var answer) = response else { return finish(response) }
        answer.topics = refused.joined(with: answer.topics)
        finish(.txnOffsetCommit(answer))
      }
      if error == .none { return self.askCoordinator(.txnOffsetCommit(commit), call, told) }
      told(Response(refusing: .txnOffsetCommit(commit), error) ?? .blankCommit)
    }
  }

  private func verify(
    _ commit: TxnOffsetCommitRequest, _ call: Call, _ then: @escaping (ErrorCode) -> Void
  ) {
    let version = call.header.apiVersion
    let place = commit.groupId.offsetsPartition(of: config.offsetsTopicPartitions)
    let question = AddPartitionsToTxnRequest(
      leaderOf: [TopicPartition(.consumerOffsets, place)], commit.transactionalId,
      commit.producer, api: .txnOffsetCommit, version: version)
    askTransactions(.addPartitionsToTxn(question), call, asLeader: true) { response in
      guard case .addPartitionsToTxn(let answer) = response else { return }
      let error = answer.topics.first?.partitions.first?.errorCode ?? .none
      then(error.afterVerification(of: .txnOffsetCommit, version: version))
    }
  }

  func delete(
    _ request: OffsetDeleteRequest, _ call: Call, _ finish: @escaping (Response) -> Void
  ) {
    var known = request
    var refused: [OffsetCommitResponse.Topic] = []
    known.topics = []
    for topic in request.topics {
      func isKnown(_ entry: OffsetDeleteRequest.Partition) -> Bool {
        exists(TopicPartition(topic.name, entry.partitionIndex))
      }
      let good = topic.partitions.filter(isKnown)
      let bad = topic.partitions.filter { !isKnown($0) }.map {
        OffsetCommitResponse.Partition(
          partitionIndex: $0.partitionIndex, errorCode: .unknownTopicOrPartition)
      }
      if !good.isEmpty { known.topics.append(.init(name: topic.name, partitions: good)) }
      if !bad.isEmpty { refused.append(.init(name: topic.name, partitions: bad)) }
    }
    askCoordinator(.offsetDelete(known), call) { response in
      guard case .offsetDelete(var answer) = response else { return finish(response) }
      if answer.errorCode == .none { answer.topics = refused.joined(with: answer.topics) }
      finish(.offsetDelete(answer))
    }
  }
}

extension Response {
  fileprivate static let blankCommit = Response.txnOffsetCommit(TxnOffsetCommitResponse())
}
