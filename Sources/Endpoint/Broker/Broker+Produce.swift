import KafkaModel
import KafkaWire

/// Produce: batches are kept as they came.
extension Broker {
  func produce(
    _ request: ProduceRequest, _ answer: (Response) -> Void, _ finish: (Reply) -> Void
  ) {
    var response = ProduceResponse()
    for topic in request.topics {
      let verdicts = topic.partitions.map {
        append($0, to: TopicPartition(topic.name, $0.index), acks: request.acks)
      }
      response.responses.append(.init(name: topic.name, partitions: verdicts))
    }
    guard request.acks == 0 else { return answer(.produce(response)) }
    let verdicts = response.responses.flatMap(\.partitions)
    finish(verdicts.allSatisfy { $0.errorCode == .none } ? .nothing : .close)
  }

  private func append(
    _ partition: ProduceRequest.Partition, to place: TopicPartition, acks: Int16
  ) -> ProduceResponse.Partition {
    guard (-1...1).contains(acks) else {
      return .init(index: partition.index, errorCode: .invalidRequiredAcks)
    }
    let log: PartitionLog
    switch topics.log(place, nowMs: clock.nowMs) {
    case .failure(let fault): return .init(index: partition.index, errorCode: fault.code)
    case .success(let found): log = found
    }
    if topics[place.topic]?.isInternal == true {
      return .init(index: partition.index, errorCode: .invalidTopicException)
    }
    switch checked(partition.records) {
    case .failure(.refused(let error)): return .init(index: partition.index, errorCode: error)
    case .failure(.rejected(let error, let records)):
      return .init(
        index: partition.index, errorCode: error, logStartOffset: log.startOffset,
        recordErrors: records, errorMessage: records.isEmpty ? nil : Self.someRejected)
    case .success(let header):
      return append(partition, header, to: place)
    }
  }

  private func checked(_ records: [UInt8]?) -> Result<RecordBatchHeader, ProduceFault> {
    BatchCheck.header(of: records, limitBytes: config.limits.batchBytes).flatMap { header in
      let fault = BatchCheck.fault(
        header, records ?? [], nowMs: clock.nowMs,
        timestampAfterMaxMs: config.timestampAfterMaxMs)
      return fault.map { .failure($0) } ?? .success(header)
    }
  }

  private func append(
    _ partition: ProduceRequest.Partition, _ header: RecordBatchHeader, to place: TopicPartition
  ) -> ProduceResponse.Partition {
    let records = partition.records ?? []
    guard topics.byteCount + records.count <= config.limits.allLogBytes,
      let base = topics.append(records, header, to: place)
    else { return .init(index: partition.index, errorCode: .kafkaStorageError) }
    retryFetches(of: place.topic)
    return .init(
      index: partition.index, baseOffset: base,
      logStartOffset: topics[place.topic]?.logs[Int(place.partition)].startOffset ?? .none)
  }

  private static let someRejected =
    "One or more records have been rejected due to invalid timestamp"
}
