import Coordinator
import KafkaModel

/// What administrators ask: DescribeCluster, DescribeTransactions, ListTransactions, DeleteRecords;
/// and OffsetForLeaderEpoch, with which readers make sure that nothing was cut off.
extension Broker {
  func cluster(_ request: DescribeClusterRequest) -> DescribeClusterResponse {
    guard request.endpointType == 1 else {
      return DescribeClusterResponse(
        errorCode: .mismatchedEndpointType,
        errorMessage: "The request was sent to an endpoint of the wrong type.",
        endpointType: request.endpointType)
    }
    return DescribeClusterResponse(
      clusterId: Self.clusterId, controllerId: Self.node,
      brokers: [.init(brokerId: Self.node, host: host, port: port)])
  }

  func describe(_ request: DescribeTransactionsRequest) -> DescribeTransactionsResponse {
    DescribeTransactionsResponse(
      transactionStates: request.transactionalIds.map { id in
        if id.text.isEmpty { return .init(errorCode: .invalidRequest, transactionalId: id) }
        guard let transaction = transactions.transaction(id), transaction.isWritten else {
          return .init(errorCode: .transactionalIdNotFound, transactionalId: id)
        }
        return .init(id, transaction.value)
      })
  }

  /// A state that there is not is named and matches nothing.
  func list(_ request: ListTransactionsRequest) -> ListTransactionsResponse {
    let known = TransactionState.allCases.map(\.description)
    var response = ListTransactionsResponse(
      unknownStateFilters: request.stateFilters.filter { !known.contains($0) })
    for id in transactions.transactionalIds {
      guard let transaction = transactions.transaction(id), transaction.isWritten,
        request.matches(transaction.value, nowMs: clock.nowMs)
      else { continue }
      let value = transaction.value
      response.transactionStates.append(
        .init(
          transactionalId: id, producerId: value.producer.id,
          transactionState: value.state.description))
    }
    return response
  }

  func deleteRecords(_ request: DeleteRecordsRequest) -> DeleteRecordsResponse {
    DeleteRecordsResponse(
      topics: request.topics.map { topic in
        .init(
          name: topic.name,
          partitions: topic.partitions.map {
            cut($0, of: TopicPartition(topic.name, $0.partitionIndex))
          })
      })
  }

  private func cut(
    _ asked: DeleteRecordsRequest.Partition, of place: TopicPartition
  ) -> DeleteRecordsResponse.Partition {
    let index = asked.partitionIndex
    switch topics.log(place, nowMs: clock.nowMs) {
    case .failure(let fault): return .init(partitionIndex: index, errorCode: fault.code)
    case .success(let log):
      if topics[place.topic]?.isInternal == true {
        return .init(partitionIndex: index, errorCode: .invalidTopicException)
      }
      let offset = asked.offset == .none ? log.endOffset : asked.offset
      guard offset >= Offset(0), offset <= log.endOffset else {
        return .init(partitionIndex: index, errorCode: .offsetOutOfRange)
      }
      return .init(
        partitionIndex: index, lowWatermark: topics.cut(place, before: offset))
    }
  }

  func epochEnds(_ request: OffsetForLeaderEpochRequest) -> OffsetForLeaderEpochResponse {
    OffsetForLeaderEpochResponse(
      topics: request.topics.map { topic in
        .init(
          name: topic.name,
          partitions: topic.partitions.map {
            epochEnd($0, of: TopicPartition(topic.name, $0.partition))
          })
      })
  }

  /// All records are the leader's of epoch 0.
  private func epochEnd(
    _ asked: OffsetForLeaderEpochRequest.Partition, of place: TopicPartition
  ) -> OffsetForLeaderEpochResponse.Partition {
    switch topics.log(place, nowMs: clock.nowMs) {
    case .failure(let fault): return .init(errorCode: fault.code, partition: asked.partition)
    case .success(let log):
      if let error = Self.epochError(asked.currentLeaderEpoch) {
        return .init(errorCode: error, partition: asked.partition)
      }
      guard asked.leaderEpoch == 0 else { return .init(partition: asked.partition) }
      return .init(partition: asked.partition, leaderEpoch: 0, endOffset: log.endOffset)
    }
  }
}

extension DescribeTransactionsResponse.Transaction {
  fileprivate init(_ id: TransactionalId, _ value: TransactionLogValue) {
    self.init(
      transactionalId: id, transactionState: value.state.description,
      transactionTimeoutMs: value.timeoutMs, transactionStartTimeMs: value.startMs,
      producerId: value.producer.id, producerEpoch: value.producer.epoch)
    for place in value.partitions {
      if let at = topics.firstIndex(where: { $0.name == place.topic }) {
        topics[at].partitions.append(place.partition)
      } else {
        topics.append(.init(name: place.topic, partitions: [place.partition]))
      }
    }
  }
}

extension ListTransactionsRequest {
  fileprivate func matches(_ value: TransactionLogValue, nowMs: Int64) -> Bool {
    if !producerIdFilters.isEmpty, !producerIdFilters.contains(value.producer.id) { return false }
    if !stateFilters.isEmpty, !stateFilters.contains(value.state.description) { return false }
    return durationFilter < 0 || value.startMs >= 0 && nowMs - value.startMs > durationFilter
  }
}
