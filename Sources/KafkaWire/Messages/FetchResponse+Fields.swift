import KafkaModel

extension FetchResponse: Described {
  static var blank: Self { Self() }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.number("throttle_time_ms", &throttleTimeMs, since: 1)
    try f.number("error_code", &errorCode, since: 7)
    try f.number("session_id", &sessionId, since: 7)
    try f.array("responses", &responses)
  }
}

extension FetchResponse.Topic: Described {
  static var blank: Self { Self(name: "", partitions: []) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.string("topic", &name, until: 12)
    try f.uuid("topic_id", &topicId, since: 13)
    try f.array("partitions", &partitions)
  }
}

extension FetchResponse.Partition: Described {
  static var blank: Self { Self(partitionIndex: 0, highWatermark: .none) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.number("partition_index", &partitionIndex)
    try f.number("error_code", &errorCode)
    try f.number("high_watermark", &highWatermark)
    try f.number("last_stable_offset", &lastStableOffset, since: 4)
    try f.number("log_start_offset", &logStartOffset, since: 5)
    try f.nullableArray("aborted_transactions", &abortedTransactions, since: 4)
    try f.number("preferred_read_replica", &preferredReadReplica, since: 11)
    try f.records("records", &records)
  }
}

extension FetchResponse.AbortedTransaction: Described {
  static var blank: Self { Self(producerId: 0, firstOffset: .none) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.number("producer_id", &producerId)
    try f.number("first_offset", &firstOffset)
  }
}

extension FieldWalker {
  /// Bytes of record batches; a run, which only the simulation has, cannot be sent.
  fileprivate mutating func records(
    _ name: String, _ records: inout FetchedRecords
  ) throws(WireError) {
    var bytes: [UInt8]?
    switch records {
    case .empty: bytes = nil
    case .batches(let batches): bytes = batches
    case .run: throw WireError(.notOnTheWire, field: name)
    }
    try nullable(name, &bytes)
    records = bytes.map { .batches($0) } ?? .empty
  }
}
