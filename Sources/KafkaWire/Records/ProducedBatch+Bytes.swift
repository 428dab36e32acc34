import KafkaModel

extension ProducedBatch {
  /// The record batch that it stands for: a record's key says of which one it was made
  /// (`topic-partition@offset`), so that a reader can tell duplicates; its value is the maker's
  /// name.
  ///
  /// Records whose sources are not known have no key.
  public func recordBatch(timestampMs: Int64, maker: String) -> RecordBatch {
    let value = Array(maker.utf8)
    var records: [RecordBatch.Entry] = []
    records.reserveCapacity(Int(max(0, recordCount)))
    for source in sources {
      for index in 0..<max(0, min(source.count, Int64(recordCount) - Int64(records.count))) {
        let key = "\(source.partition)@\(source.first + index)"
        records.append(.init(key: Array(key.utf8), value: value))
      }
    }
    while records.count < recordCount { records.append(.init(key: nil, value: value)) }
    var batch = RecordBatch(
      baseTimestampMs: timestampMs, records: records, producer: producer,
      kind: isTransactional ? .transactional : .plain)
    batch.baseSequence = firstSequence
    return batch
  }
}

extension ProduceRequest {
  /// The request with bytes in place of what only says what they are.
  public func withBytes(timestampMs: Int64, maker: String) -> ProduceRequest {
    var request = self
    for topic in request.topics.indices {
      for index in request.topics[topic].partitions.indices {
        guard let batch = request.topics[topic].partitions[index].batch else { continue }
        request.topics[topic].partitions[index].records =
          batch.recordBatch(timestampMs: timestampMs, maker: maker).bytes
        request.topics[topic].partitions[index].batch = nil
      }
    }
    return request
  }
}
