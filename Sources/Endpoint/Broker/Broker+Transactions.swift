import Coordinator
import KafkaModel
import NIOCore

/// The transaction coordinator's requests, its clock, its log and its markers.
extension Broker {
  /// `asLeader`: the leader of a partition asks (KIP-890), not the client.
  func askTransactions(
    _ request: Request, _ call: Call, asLeader: Bool = false,
    _ finish: @escaping (Response) -> Void
  ) {
    let token = RequestToken(nextNumber())
    parked[token] = (call, finish)
    let context = RequestContext(
      token: token,
      apiVersion: asLeader
        ? AddPartitionsToTxnRequest.leaderVersion : call.header.apiVersion,
      clientId: ClientId(call.header.clientId ?? ""), clientHost: call.clientHost)
    take(transactions.handle(request, context, nowMs: clock.nowMs))
  }

  func initialize(
    _ request: InitProducerIdRequest, _ call: Call, _ finish: @escaping (Response) -> Void
  ) {
    let isKnown = request.transactionalId.map { transactions.transaction($0) != nil } ?? true
    if !isKnown, transactions.count >= config.limits.transactionalIds {
      let answer = InitProducerIdResponse(errorCode: .policyViolation)
      return finish(.initProducerId(answer))
    }
    askTransactions(.initProducerId(request), call, finish)
  }

  /// Partitions that do not exist are never added, nor are others with them (`KafkaApis`).
  func addPartitions(
    _ request: AddPartitionsToTxnRequest, _ call: Call,
    _ finish: @escaping (Response) -> Void
  ) {
    if request.partitions.allSatisfy(exists) {
      return askTransactions(.addPartitionsToTxn(request), call, finish)
    }
    let answer = AddPartitionsToTxnResponse(to: request) {
      exists($0) ? .operationNotAttempted : .unknownTopicOrPartition
    }
    finish(.addPartitionsToTxn(answer))
  }

  func exists(_ partition: TopicPartition) -> Bool {
    topics[partition.topic]?.logs.indices.contains(Int(partition.partition)) ?? false
  }

  func take(_ outcome: TransactionOutcome) {
    for timer in outcome.timers { set(timer) }
    // An answer may be followed by the next request at once, so the writes come first.
    for append in outcome.appends { write(append) }
    for order in outcome.markers { write(order) }
    for reply in outcome.replies {
      parked.removeValue(forKey: reply.token)?.finish(reply.response)
    }
  }

  private func set(_ timer: TransactionTimer) {
    clock.after(timer.atMs - clock.nowMs) {
      self.take(self.transactions.fire(timer, nowMs: self.clock.nowMs))
    }
  }

  private func write(_ append: TransactionAppend) {
    loop.assumeIsolated().execute {
      self.transactionLog[append.record.transactionalId] = append.record.value
      self.log(append.record)
      self.take(self.transactions.appendConfirmed(append.id, nowMs: self.clock.nowMs))
    }
  }

  /// All leaders are here: a marker is written a moment after the decision, as all else is.
  private func write(_ order: MarkerOrder) {
    loop.assumeIsolated().execute {
      for partition in order.partitions { self.write(order, in: partition) }
    }
  }

  private func write(_ order: MarkerOrder, in partition: TopicPartition) {
    if partition.topic == .consumerOffsets {
      // Between two lives of the broker: the next one orders its markers again.
      guard give(.ended(order.marker, partition: partition.partition)) else { return }
    } else if topics.append(order.marker, to: partition, nowMs: clock.nowMs) {
      retryFetches(of: partition.topic)
    }
    take(transactions.markerWritten(order, in: partition, nowMs: clock.nowMs))
  }

  /// What `__transaction_state` holds.
  var transactionRecords: [TransactionRecord] {
    transactionLog.sorted { $0.key < $1.key }.map {
      TransactionRecord(transactionalId: $0.key, value: $0.value)
    }
  }
}
