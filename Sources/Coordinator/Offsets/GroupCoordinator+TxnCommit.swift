import KafkaModel

/// TxnOffsetCommit (`OffsetMetadataManager.commitTransactionalOffset`), and what becomes of it.
extension GroupCoordinator {
  mutating func commit(
    _ request: TxnOffsetCommitRequest, _ context: RequestContext, _ turn: inout Turn
  ) {
    let commit = request.commit
    if let error = commitError(commit, context, isTransactional: true, &turn) {
      return turn.reply(
        context.token, .txnOffsetCommit(TxnOffsetCommitResponse(refusing: request, error)))
    }
    let (verdicts, values) = values(of: commit, nowMs: turn.nowMs)
    let response = TxnOffsetCommitResponse(topics: verdicts.topics)
    guard !values.isEmpty else {
      return turn.reply(context.token, .txnOffsetCommit(response))
    }
    turn.writes.append(
      Write(
        groupId: request.groupId,
        records: values.map {
          .transactionalOffset(request.groupId, $0.0, $0.1, request.producer)
        },
        continuation: .transactionalOffsets(context.token, response)))
  }

  /// What a marker is about to complete, group by group; nothing for another write.
  func completes(_ write: Write) -> [(GroupId, TransactionMarker, [PendingOffset])] {
    guard case .transactionEnd(let marker, let place) = write.continuation else { return [] }
    return hardState.pending.compactMap { id, offsets in
      guard id.offsetsPartition(of: config.offsetsTopicPartitions) == place else { return nil }
      let ended = offsets.filter { $0.producer.id == marker.producer.id }
      return ended.isEmpty ? nil : (id, marker, ended)
    }
  }

  func tell(
    _ completed: [(GroupId, TransactionMarker, [PendingOffset])], _ turn: inout Turn
  ) {
    for (groupId, marker, offsets) in completed {
      turn.tell(groupId, .transactionEnded(marker.producer, isCommit: marker.isCommit))
      for offset in offsets where marker.isCommit && !offset.isSuperseded {
        turn.tell(
          groupId, .offsetCommitted(offset.partition, offset.value.offset, memberId: ""))
      }
    }
  }

  func tellPending(_ records: [CoordinatorRecord], _ turn: inout Turn) {
    for record in records {
      guard case .transactionalOffset(let groupId, let partition, let value, let producer) = record
      else { continue }
      turn.tell(groupId, .offsetPending(partition, value.offset, producer))
    }
  }
}

extension TxnOffsetCommitRequest {
  /// The same offsets from the same member, as OffsetCommit has them.
  fileprivate var commit: OffsetCommitRequest {
    OffsetCommitRequest(
      groupId: groupId, generationId: generationId, memberId: memberId,
      groupInstanceId: groupInstanceId,
      topics: topics.map { topic in
        .init(
          name: topic.name,
          partitions: topic.partitions.map {
            .init(
              partitionIndex: $0.partitionIndex, committedOffset: $0.committedOffset,
              committedLeaderEpoch: $0.committedLeaderEpoch,
              committedMetadata: $0.committedMetadata)
          })
      })
  }
}

extension TxnOffsetCommitResponse {
  /// The answer with every success turned into this error: the write failed.
  func failed(_ error: ErrorCode) -> TxnOffsetCommitResponse {
    var copy = self
    copy.topics = topics.map { $0.failed(error) }
    return copy
  }
}
