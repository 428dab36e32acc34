import KafkaModel

/// OffsetCommit (`OffsetMetadataManager.commitOffset`).
extension GroupCoordinator {
  mutating func commit(
    _ request: OffsetCommitRequest, _ context: RequestContext, _ turn: inout Turn
  ) {
    if let error = commitError(request, context, &turn) {
      return turn.reply(
        context.token, .offsetCommit(OffsetCommitResponse(refusing: request, error)))
    }
    let (response, records) = records(of: request, nowMs: turn.nowMs)
    guard !records.isEmpty else {
      return turn.reply(context.token, .offsetCommit(response))
    }
    turn.writes.append(
      Write(
        groupId: request.groupId, records: records,
        continuation: .offsets(context.token, response, request.memberId)))
  }

  /// nil if the commit is accepted; then the session starts anew.
  private mutating func commitError(
    _ request: OffsetCommitRequest, _ context: RequestContext, _ turn: inout Turn
  ) -> ErrorCode? {
    guard let slot = groups.index(forKey: request.groupId) else {
      guard request.generationId < Generation(0) else {
        return context.apiVersion >= 9 ? .groupIdNotFound : .illegalGeneration
      }
      // A consumer that assigns itself uses a group that nobody has made: a simple group.
      groups[request.groupId] = ClassicGroup(groupId: request.groupId, nowMs: turn.nowMs)
      return nil
    }
    let error = groups.values[slot].commitError(request)
    guard error == .none else { return error }
    groups.values[slot].commitAccepted(request.memberId, &turn)
    return nil
  }

  private func records(
    of request: OffsetCommitRequest, nowMs: Int64
  ) -> (OffsetCommitResponse, [CoordinatorRecord]) {
    var response = OffsetCommitResponse()
    var records: [CoordinatorRecord] = []
    for topic in request.topics {
      var verdicts: [OffsetCommitResponse.Partition] = []
      for partition in topic.partitions {
        let metadata = partition.committedMetadata ?? ""
        let fits = metadata.utf16.count <= config.offsetMetadataMaxBytes
        verdicts.append(
          .init(
            partitionIndex: partition.partitionIndex,
            errorCode: fits ? .none : .offsetMetadataTooLarge))
        guard fits else { continue }
        records.append(
          .offsetCommit(
            request.groupId, TopicPartition(topic.name, partition.partitionIndex),
            OffsetCommitValue(
              offset: partition.committedOffset, leaderEpoch: partition.committedLeaderEpoch,
              metadata: metadata, commitTimestampMs: nowMs)))
      }
      response.topics.append(.init(name: topic.name, partitions: verdicts))
    }
    return (response, records)
  }
}

extension OffsetCommitResponse {
  /// The same error for every partition.
  init(refusing request: OffsetCommitRequest, _ error: ErrorCode) {
    self.init(
      topics: request.topics.map { topic in
        .init(
          name: topic.name,
          partitions: topic.partitions.map {
            .init(partitionIndex: $0.partitionIndex, errorCode: error)
          })
      })
  }

  /// The answer with every success turned into this error: the write failed.
  func failed(_ error: ErrorCode) -> OffsetCommitResponse {
    var copy = self
    for topic in copy.topics.indices {
      for at in copy.topics[topic].partitions.indices
      where copy.topics[topic].partitions[at].errorCode == .none {
        copy.topics[topic].partitions[at].errorCode = error
      }
    }
    return copy
  }
}
