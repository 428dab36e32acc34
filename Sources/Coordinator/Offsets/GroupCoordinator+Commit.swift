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
    let (response, values) = values(of: request, nowMs: turn.nowMs)
    let records = values.map { CoordinatorRecord.offsetCommit(request.groupId, $0.0, $0.1) }
    guard !records.isEmpty else {
      return turn.reply(context.token, .offsetCommit(response))
    }
    turn.writes.append(
      Write(
        groupId: request.groupId, records: records,
        continuation: .offsets(context.token, response, request.memberId)))
  }

  /// nil if the commit is accepted. Only a plain one is a sign of life: then the session starts
  /// anew.
  mutating func commitError(
    _ commit: OffsetCommitRequest, _ context: RequestContext, isTransactional: Bool = false,
    _ turn: inout Turn
  ) -> ErrorCode? {
    guard let slot = groups.index(forKey: commit.groupId) else {
      guard commit.generationId < Generation(0) else {
        return context.apiVersion >= 9 && !isTransactional ? .groupIdNotFound : .illegalGeneration
      }
      // A consumer that assigns itself uses a group that nobody has made: a simple group.
      groups[commit.groupId] = ClassicGroup(groupId: commit.groupId, nowMs: turn.nowMs)
      return nil
    }
    let error = groups.values[slot].commitError(commit, isTransactional: isTransactional)
    guard error == .none else { return error }
    if !isTransactional { groups.values[slot].commitAccepted(commit.memberId, &turn) }
    return nil
  }

  /// The verdicts, and what is to be written.
  func values(
    of request: OffsetCommitRequest, nowMs: Int64
  ) -> (OffsetCommitResponse, [(TopicPartition, OffsetCommitValue)]) {
    var response = OffsetCommitResponse()
    var values: [(TopicPartition, OffsetCommitValue)] = []
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
        let value = OffsetCommitValue(
          offset: partition.committedOffset, leaderEpoch: partition.committedLeaderEpoch,
          metadata: metadata, commitTimestampMs: nowMs)
        values.append((TopicPartition(topic.name, partition.partitionIndex), value))
      }
      response.topics.append(.init(name: topic.name, partitions: verdicts))
    }
    return (response, values)
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
    copy.topics = topics.map { $0.failed(error) }
    return copy
  }
}

extension OffsetCommitResponse.Topic {
  func failed(_ error: ErrorCode) -> Self {
    var copy = self
    for at in copy.partitions.indices where copy.partitions[at].errorCode == .none {
      copy.partitions[at].errorCode = error
    }
    return copy
  }
}
