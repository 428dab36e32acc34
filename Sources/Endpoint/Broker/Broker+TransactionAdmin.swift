import Coordinator
import KafkaModel

/// What administrators ask of transactions (KIP-664): DescribeTransactions, ListTransactions,
/// DescribeProducers.
extension Broker {
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
    var pattern: LinearPattern?
    if let text = request.transactionalIdPattern, !text.isEmpty {
      pattern = LinearPattern(text)
      if pattern == nil {
        return ListTransactionsResponse(errorCode: .invalidRegularExpression)
      }
    }
    response.transactionStates = transactions.transactionalIds.compactMap { id in
      guard let transaction = transactions.transaction(id), transaction.isWritten,
        request.matches(transaction.value, nowMs: clock.nowMs),
        pattern?.matches(id.text) ?? true
      else { return nil }
      return .init(id, transaction.value)
    }
    return response
  }

  /// A partition remembers thousands, and is asked about in a few bytes.
  func producers(_ request: DescribeProducersRequest) -> DescribeProducersResponse {
    var left = config.limits.describedProducers
    return DescribeProducersResponse(
      topics: request.topics.map { topic in
        .init(
          name: topic.name,
          partitions: topic.partitionIndexes.map {
            producers(of: TopicPartition(topic.name, $0), left: &left)
          })
      })
  }

  private func producers(
    of place: TopicPartition, left: inout Int
  ) -> DescribeProducersResponse.Partition {
    let index = place.partition
    if let fault = TopicRules.nameFault(place.topic.text) {
      return .init(
        partitionIndex: index, errorCode: .invalidTopicException, errorMessage: fault)
    }
    guard topics.shown(place.topic, nowMs: clock.nowMs) != nil else {
      return .init(
        partitionIndex: index, errorCode: .unknownTopicOrPartition,
        errorMessage: "This server does not host this topic-partition.")
    }
    switch topics.log(place, nowMs: clock.nowMs) {
    case .failure(let fault): return .init(partitionIndex: index, errorCode: fault.code)
    case .success(let log):
      left -= log.producers.count
      if left < 0 { return .init(partitionIndex: index, errorCode: .policyViolation) }
      return .init(partitionIndex: index, activeProducers: log.producers.active)
    }
  }
}

extension ListTransactionsResponse.Transaction {
  fileprivate init(_ id: TransactionalId, _ value: TransactionLogValue) {
    self.init(
      transactionalId: id, producerId: value.producer.id,
      transactionState: value.state.description)
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
