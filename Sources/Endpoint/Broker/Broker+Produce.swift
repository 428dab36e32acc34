import Coordinator
import KafkaModel
import KafkaWire

/// Produce: batches are kept as they came.
extension Broker {
  func produce(
    _ request: ProduceRequest, _ call: Call, _ answer: @escaping (Response) -> Void,
    _ finish: @escaping (Reply) -> Void
  ) {
    let version = call.header.apiVersion
    let done = { (verify: @escaping (TopicPartition) -> ProduceFault?) in
      let response = self.append(request, version, verify)
      guard request.acks == 0 else { return answer(.produce(response)) }
      let verdicts = response.responses.flatMap(\.partitions)
      finish(verdicts.allSatisfy { $0.errorCode == .none } ? .nothing : .close)
    }
    let unknown = unverified(request, version)
    guard let producer = unknown.first?.producer else { return done { _ in nil } }
    guard let transactionalId = request.transactionalId else {
      // Nobody could say whether the client may write in this transaction.
      return done { _ in .refused(.transactionalIdAuthorizationFailed) }
    }
    let question = AddPartitionsToTxnRequest(
      leaderOf: unknown.map(\.place), transactionalId, producer, api: .produce, version: version)
    askTransactions(.addPartitionsToTxn(question), call, asLeader: true) { response in
      guard case .addPartitionsToTxn(let verdicts) = response else { return }
      done { place in
        verdicts.verdict(on: place).flatMap { ProduceFault(unverified: $0, version) }
      }
    }
  }

  /// Transactional batches of which the log does not know that they belong to a transaction.
  private func unverified(
    _ request: ProduceRequest, _ version: Int16
  ) -> [(place: TopicPartition, producer: Producer)] {
    request.topics.flatMap { topic in
      topic.partitions.compactMap { partition in
        let place = TopicPartition(topic.name, partition.index)
        guard case .success(let log) = topics.log(place, nowMs: clock.nowMs),
          case .success(let header) = checked(partition.records, version), header.isTransactional,
          !log.producers.isOpen(header.producer)
        else { return nil }
        return (place, header.producer)
      }
    }
  }

  private func append(
    _ request: ProduceRequest, _ version: Int16, _ verify: (TopicPartition) -> ProduceFault?
  ) -> ProduceResponse {
    ProduceResponse(
      responses: request.topics.map { topic in
        .init(
          name: topic.name,
          partitions: topic.partitions.map { partition in
            let place = TopicPartition(topic.name, partition.index)
            return append(partition, to: place, acks: request.acks, version, verify)
          }, topicId: topic.topicId)
      })
  }

  private func append(
    _ partition: ProduceRequest.Partition, to place: TopicPartition, acks: Int16,
    _ version: Int16, _ verify: (TopicPartition) -> ProduceFault?
  ) -> ProduceResponse.Partition {
    let log: PartitionLog
    switch topics.log(place, nowMs: clock.nowMs) {
    case .failure(let fault):
      let error = place.topic == .unnamed ? .unknownTopicId : fault.code
      return .init(index: partition.index, errorCode: error)
    case .success(let found): log = found
    }
    guard (-1...1).contains(acks) else {
      return .init(index: partition.index, errorCode: .invalidRequiredAcks)
    }
    if topics[place.topic]?.isInternal == true {
      return .init(index: partition.index, errorCode: .invalidTopicException)
    }
    if let fault = verify(place) { return .init(partition.index, fault, log) }
    switch checked(partition.records, version) {
    case .failure(let fault): return .init(partition.index, fault, log)
    case .success(let header): return append(partition, header, to: place, log)
    }
  }

  private func checked(
    _ records: [UInt8]?, _ version: Int16
  ) -> Result<RecordBatchHeader, ProduceFault> {
    let limitBytes = config.limits.batchBytes
    return BatchCheck.header(of: records, version, limitBytes: limitBytes).flatMap { header in
      let fault = BatchCheck.fault(
        header, records ?? [], nowMs: clock.nowMs,
        timestampAfterMaxMs: config.timestampAfterMaxMs)
      return fault.map { .failure($0) } ?? .success(header)
    }
  }

  private func append(
    _ partition: ProduceRequest.Partition, _ header: RecordBatchHeader, to place: TopicPartition,
    _ log: PartitionLog
  ) -> ProduceResponse.Partition {
    let (index, records) = (partition.index, partition.records ?? [])
    if header.producer.id >= 0 {
      switch log.producers.verdict(on: header.batch(at: Offset(0), through: Offset(0))) {
      case .new: break
      case .refused(let error): return .init(index, .rejected(error, []), log)
      case .duplicate(let batch):
        return .init(
          index: index, baseOffset: batch.baseOffset, logAppendTimeMs: batch.maxTimestampMs,
          logStartOffset: log.startOffset)
      }
    }
    guard topics.byteCount + records.count <= config.limits.allLogBytes,
      let base = topics.append(records, header, to: place)
    else { return .init(index: index, errorCode: .kafkaStorageError) }
    retryFetches(of: place.topic)
    return .init(
      index: index, baseOffset: base,
      logStartOffset: topics[place.topic]?.logs[Int(place.partition)].startOffset ?? .none)
  }
}

extension ProduceFault {
  /// What a leader answers with its transaction coordinator's verdict; nil for a good one.
  fileprivate init?(unverified verdict: ErrorCode, _ version: Int16) {
    if verdict == .none { return nil }
    let error = verdict.afterVerification(of: .produce, version: version)
    switch error {
    case .invalidTxnState:
      self = .unverified(error, "Partition was not added to the transaction")
    case .notEnoughReplicas:
      self = .unverified(
        error,
        "Unable to verify the partition has been added to the transaction. Underlying error: "
          + "\(verdict)")
    default: self = .refused(error)
    }
  }
}

extension ProduceResponse.Partition {
  fileprivate init(_ index: Int32, _ fault: ProduceFault, _ log: PartitionLog) {
    switch fault {
    case .refused(let error): self.init(index: index, errorCode: error)
    case .unverified(let error, let message):
      self.init(index: index, errorCode: error, errorMessage: message)
    case .rejected(let error, let records):
      self.init(
        index: index, errorCode: error, logStartOffset: log.startOffset, recordErrors: records,
        errorMessage: records.isEmpty
          ? nil : "One or more records have been rejected due to invalid timestamp")
    }
  }
}
