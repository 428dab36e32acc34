import KafkaModel

@testable import Coordinator

/// What transactional producers do, in one line each.
extension Broker {
  mutating func take(_ outcome: TransactionOutcome) {
    for reply in outcome.replies {
      precondition(answers[reply.token] == nil, "answered twice")
      answers[reply.token] = (reply.response, nowMs)
    }
    transactionTimers += outcome.timers
    transactionHappenings += outcome.happenings
    heldTransactions += outcome.appends
    orders += outcome.markers
    while !holdsWrites && !heldTransactions.isEmpty { confirmTransaction() }
    while !holdsMarkers && !orders.isEmpty { writeMarkers() }
  }

  /// Confirms the oldest held write of the transaction coordinator.
  mutating func confirmTransaction(error: ErrorCode = .none) {
    let append = heldTransactions.removeFirst()
    if error == .none { transactionLog.append(append.record) }
    take(transactions.appendConfirmed(append.id, error: error, nowMs: nowMs))
  }

  /// Writes the oldest order's markers; those of `__consumer_offsets` go to the groups.
  mutating func writeMarkers() {
    let order = orders.removeFirst()
    for partition in order.partitions { write(order, in: partition) }
  }

  mutating func write(_ order: MarkerOrder, in partition: TopicPartition) {
    if partition.topic == .consumerOffsets {
      let outcome = coordinator.endTransaction(
        order.marker, partition: partition.partition, nowMs: nowMs)
      if let outcome { take(outcome) }
    }
    take(transactions.markerWritten(order, in: partition, nowMs: nowMs))
  }

  static let producing: TransactionalId = "tx"

  @discardableResult
  mutating func initialize(
    _ id: TransactionalId? = Broker.producing, timeoutMs: Int32 = 60_000,
    producer: Producer = .none, version: Int16 = 5
  ) -> InitProducerIdResponse? {
    let request = InitProducerIdRequest(
      transactionalId: id, transactionTimeoutMs: timeoutMs, producer: producer)
    let token = send(.initProducerId(request), version: version)
    guard case .initProducerId(let response)? = answer(token) else { return nil }
    return response
  }

  @discardableResult
  mutating func add(
    _ partition: Int32 = 0, _ producer: Producer, id: TransactionalId = Broker.producing,
    version: Int16 = 3, verifyOnly: Bool = false
  ) -> ErrorCode? {
    let request = AddPartitionsToTxnRequest(
      transactionalId: id, producer: producer, topics: [.init(name: "t", partitions: [partition])],
      verifyOnly: verifyOnly)
    let token = send(.addPartitionsToTxn(request), version: version)
    guard case .addPartitionsToTxn(let response)? = answer(token) else { return nil }
    return response.topics.first?.partitions.first?.errorCode
  }

  @discardableResult
  mutating func addOffsets(
    _ producer: Producer, id: TransactionalId = Broker.producing
  ) -> ErrorCode? {
    let request = AddOffsetsToTxnRequest(
      transactionalId: id, producer: producer, groupId: Self.group)
    let token = send(.addOffsetsToTxn(request), version: 3)
    guard case .addOffsetsToTxn(let response)? = answer(token) else { return nil }
    return response.errorCode
  }

  @discardableResult
  mutating func end(
    _ producer: Producer, commit: Bool, id: TransactionalId = Broker.producing,
    version: Int16 = 4
  ) -> EndTxnResponse? {
    let request = EndTxnRequest(transactionalId: id, producer: producer, committed: commit)
    let token = send(.endTxn(request), version: version)
    guard case .endTxn(let response)? = answer(token) else { return nil }
    return response
  }

  @discardableResult
  mutating func commit(
    in producer: Producer, _ offset: Int64, partition: Int32 = 0, member: MemberId = "",
    generation: Int32 = -1, instance: InstanceId? = nil
  ) -> ErrorCode? {
    let request = TxnOffsetCommitRequest(
      transactionalId: Self.producing, groupId: Self.group, producer: producer,
      generationId: Generation(generation), memberId: member, groupInstanceId: instance,
      topics: [
        .init(
          name: "t",
          partitions: [.init(partitionIndex: partition, committedOffset: Offset(offset))])
      ])
    let token = send(.txnOffsetCommit(request), version: 3)
    guard case .txnOffsetCommit(let response)? = answer(token) else { return nil }
    return response.topics.first?.partitions.first?.errorCode
  }

  /// What a consumer that waits for stable offsets is told.
  mutating func stableOffset(partition: Int32 = 0) -> (offset: Int64, error: ErrorCode)? {
    let request = OffsetFetchRequest(
      groups: [
        .init(groupId: Self.group, topics: [.init(name: "t", partitionIndexes: [partition])])
      ], requireStable: true)
    let token = send(.offsetFetch(request))
    guard case .offsetFetch(let response)? = answer(token),
      let found = response.groups.first?.topics.first?.partitions.first
    else { return nil }
    return (found.committedOffset.value, found.errorCode)
  }

  var transaction: Transaction? { transactions.transaction(Self.producing) }

  /// The states that were written, in their order.
  var states: [TransactionState?] { transactionLog.map { $0.value?.state } }
}
