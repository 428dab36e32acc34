import KafkaModel

extension ProduceRequest: Described {
  static var blank: Self { Self(topics: []) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.nullable("transactional_id", &transactionalId, since: 3)
    try f.number("acks", &acks)
    try f.number("timeout_ms", &timeoutMs)
    try f.array("topic_data", &topics)
  }
}

extension ProduceRequest.Topic: Described {
  static var blank: Self { Self(name: "", partitions: []) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.string("name", &name, until: 12)
    try f.uuid("topic_id", &topicId, since: 13)
    try f.array("partition_data", &partitions)
  }
}

extension ProduceRequest.Partition: Described {
  static var blank: Self { Self(index: 0, records: nil) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.number("index", &index)
    try f.nullable("records", &records)
  }
}

extension ProduceResponse: Described {
  static var blank: Self { Self() }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.array("responses", &responses)
    try f.number("throttle_time_ms", &throttleTimeMs, since: 1)
  }
}

extension ProduceResponse.Topic: Described {
  static var blank: Self { Self(name: "", partitions: []) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.string("name", &name, until: 12)
    try f.uuid("topic_id", &topicId, since: 13)
    try f.array("partition_responses", &partitions)
  }
}

extension ProduceResponse.Partition: Described {
  static var blank: Self { Self(index: 0) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.number("index", &index)
    try f.number("error_code", &errorCode)
    try f.number("base_offset", &baseOffset)
    try f.number("log_append_time_ms", &logAppendTimeMs, since: 2)
    try f.number("log_start_offset", &logStartOffset, since: 5)
    try f.array("record_errors", &recordErrors, since: 8)
    try f.nullable("error_message", &errorMessage, since: 8)
  }
}

extension ProduceResponse.RecordError: Described {
  static var blank: Self { Self(batchIndex: 0) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.number("batch_index", &batchIndex)
    try f.nullable("batch_index_error_message", &message)
  }
}
