import KafkaModel

/// Produce: one request to a leader at a time, with a batch for each partition that has one.
extension KafkaProducer {
  /// The place of a partition's queue, in order of partition.
  mutating func place(of partition: TopicPartition) -> Int {
    let place = queues.firstIndex { !($0.partition < partition) } ?? queues.endIndex
    if place < queues.endIndex, queues[place].partition == partition { return place }
    queues.insert(
      PartitionQueue(partition, deliveryTimeoutMs: config.deliveryTimeoutMs), at: place)
    return place
  }

  /// Some records are not written, nor given up.
  var hasRecords: Bool { queues.contains { !$0.isEmpty } }

  /// A batch that was sent is sent again even if the transaction will be aborted: whether it is in
  /// the log must be known.
  func mayProduce(_ queue: PartitionQueue) -> Bool {
    if state == .fatalError || producer == .none || queue.awaitsLeader { return false }
    if isTransactional && queue.standing != .added { return false }
    return cluster.leader(of: queue.partition).value >= 0
  }

  mutating func produce() {
    if state == .initializing || state == .fatalError { return }
    startNextEpoch()
    var leaders: [BrokerId] = []
    for index in queues.indices where mayProduce(queues[index]) {
      if !needsEpoch { queues[index].cutBatch(nowMs: nowMs) }
      let leader = cluster.leader(of: queues[index].partition)
      if isDue(queues[index]), !isProducing(to: leader), !leaders.contains(leader) {
        leaders.append(leader)
      }
    }
    for leader in leaders { produce(to: leader) }
  }

  /// Without transactions the producer raises its epoch by itself, when nothing is under way.
  private mutating func startNextEpoch() {
    guard needsEpoch, !isTransactional, queues.allSatisfy({ $0.batch == nil }) else { return }
    needsEpoch = false
    producer = producer.bumped
    for index in queues.indices { queues[index].nextSequence = 0 }
    notes.append(.initialized(producer))
  }

  private func isDue(_ queue: PartitionQueue) -> Bool {
    guard let batch = queue.batch else { return false }
    return !batch.isInFlight && batch.retryMs <= nowMs
  }

  private func isProducing(to broker: BrokerId) -> Bool {
    inFlight.contains { $0.api == .produce && $0.broker == broker }
  }

  private mutating func produce(to leader: BrokerId) {
    var topics: [ProduceRequest.Topic] = []
    var places: [Int] = []
    for index in queues.indices where isDue(queues[index]) && mayProduce(queues[index]) {
      guard let batch = queues[index].batch else { continue }
      let partition = queues[index].partition
      if cluster.leader(of: partition) != leader { continue }
      let entry = ProduceRequest.Partition(
        index: partition.partition, records: nil,
        batch: ProducedBatch(
          producer: producer, firstSequence: batch.firstSequence, recordCount: batch.count,
          isTransactional: isTransactional, sources: batch.sources))
      if topics.last?.name == partition.topic {
        topics[topics.count - 1].partitions.append(entry)
      } else {
        topics.append(.init(name: partition.topic, partitions: [entry]))
      }
      places.append(index)
    }
    let request = ProduceRequest(
      transactionalId: config.transactionalId,
      timeoutMs: Int32(clamping: config.requestTimeoutMs), topics: topics)
    let correlationId = post(
      .produce(request), .produce(places.map { queues[$0].partition }), to: leader, lane: .fetch)
    for place in places { queues[place].batch?.correlationId = correlationId }
  }

  mutating func produced(
    _ response: ProduceResponse, _ asked: [TopicPartition], _ request: ProducerInFlight
  ) {
    var left = asked
    for topic in response.responses {
      for partition in topic.partitions {
        let key = TopicPartition(topic.name, partition.index)
        left.removeAll { $0 == key }
        take(partition, key, request)
      }
    }
    // An answer that leaves a partition out says nothing of it.
    for partition in left { retry(partition, request, looksUp: true) }
  }

  private mutating func take(
    _ answer: ProduceResponse.Partition, _ partition: TopicPartition, _ request: ProducerInFlight
  ) {
    guard let index = batchPlace(partition, request), let batch = queues[index].batch else {
      return
    }
    let error = answer.errorCode
    switch ProducerReaction.toProduce(error) {
    case .accept:
      queues[index].batch = nil
      queues[index].backoff.reset()
      let next = answer.baseOffset + Int64(batch.count)
      notes.append(
        .written(
          partition,
          RecordRun(
            firstOffset: answer.baseOffset, nextOffset: next, count: Int64(batch.count))))
    case .backOff, .backOffBriefly: retry(partition, request, looksUp: false)
    case .lookUp: retry(partition, request, looksUp: true)
    case .abort, .abortAndBump: give(up: index, error, .produce)
    case .fatal: fail(error, .produce)
    }
  }

  /// The place of a queue whose batch was in the request; nil if it was given up meanwhile.
  private func batchPlace(_ partition: TopicPartition, _ request: ProducerInFlight) -> Int? {
    queues.firstIndex {
      $0.partition == partition && $0.batch?.correlationId == request.correlationId
    }
  }

  /// The same batch again, after a backoff.
  mutating func retry(
    _ partition: TopicPartition, _ request: ProducerInFlight, looksUp: Bool
  ) {
    guard let index = batchPlace(partition, request) else { return }
    queues[index].batch?.correlationId = nil
    let pauseMs = queues[index].backoff.nextMs(config, &generator)
    queues[index].batch?.retryMs = nowMs + pauseMs
    if looksUp {
      queues[index].awaitsLeader = true
      requestMetadata()
    }
  }

  /// `delivery.timeout.ms` is over for some; whether they are in the log nobody knows.
  mutating func expireBatches() {
    for index in queues.indices {
      if let expiryMs = queues[index].expiryMs, expiryMs <= nowMs {
        give(up: index, .requestTimedOut, .produce)
      }
    }
  }

  private mutating func give(up index: Int, _ error: ErrorCode, _ api: ApiKey) {
    let hadBatch = queues[index].batch != nil
    let count = hadBatch ? Int64(queues[index].batch?.count ?? 0) : queues[index].dropUnsent()
    queues[index].batch = nil
    notes.append(.notWritten(queues[index].partition, count: count, error))
    if isTransactional {
      meetAbortable(error, api, needsEpoch: hadBatch)
    } else if hadBatch {
      needsEpoch = true
    }
  }
}
