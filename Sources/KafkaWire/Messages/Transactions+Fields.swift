import KafkaModel

extension InitProducerIdRequest: Described {
  static var blank: Self { Self(transactionalId: nil, transactionTimeoutMs: 0) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.nullable("transactional_id", &transactionalId)
    try f.number("transaction_timeout_ms", &transactionTimeoutMs)
    try f.producer(&producer, since: 3)
  }
}

extension InitProducerIdResponse: Described {
  static var blank: Self { Self() }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.number("throttle_time_ms", &throttleTimeMs)
    try f.number("error_code", &errorCode)
    try f.producer(&producer)
  }
}

extension AddPartitionsToTxnRequest: Described {
  static var blank: Self { Self(transactionalId: "", producer: .none, topics: []) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.string("v3_and_below_transactional_id", &transactionalId)
    try f.producer(&producer, named: "v3_and_below_producer")
    try f.array("v3_and_below_topics", &topics)
  }
}

extension AddPartitionsToTxnRequest.Topic: Described {
  static var blank: Self { Self(name: "", partitions: []) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.string("name", &name)
    try f.numbers("partitions", &partitions)
  }
}

extension AddPartitionsToTxnResponse: Described {
  static var blank: Self { Self() }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.number("throttle_time_ms", &throttleTimeMs)
    try f.array("results_by_topic_v3_and_below", &topics)
  }
}

extension AddPartitionsToTxnResponse.Topic: Described {
  static var blank: Self { Self(name: "", partitions: []) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.string("name", &name)
    try f.array("results_by_partition", &partitions)
  }
}

extension AddPartitionsToTxnResponse.Partition: Described {
  static var blank: Self { Self(partitionIndex: 0) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.number("partition_index", &partitionIndex)
    try f.number("partition_error_code", &errorCode)
  }
}

extension AddOffsetsToTxnRequest: Described {
  static var blank: Self { Self(transactionalId: "", producer: .none, groupId: "") }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.string("transactional_id", &transactionalId)
    try f.producer(&producer)
    try f.string("group_id", &groupId)
  }
}

extension AddOffsetsToTxnResponse: Described {
  static var blank: Self { Self() }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.number("throttle_time_ms", &throttleTimeMs)
    try f.number("error_code", &errorCode)
  }
}

extension EndTxnRequest: Described {
  static var blank: Self { Self(transactionalId: "", producer: .none, committed: false) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.string("transactional_id", &transactionalId)
    try f.producer(&producer)
    try f.number("committed", &committed)
  }
}

extension EndTxnResponse: Described {
  static var blank: Self { Self() }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.number("throttle_time_ms", &throttleTimeMs)
    try f.number("error_code", &errorCode)
    try f.producer(&producer, since: 5)
  }
}

extension FieldWalker {
  /// An id and an epoch, which the protocol has as two fields.
  mutating func producer(
    _ producer: inout Producer, named name: String = "producer", since: Int16 = 0
  ) throws(WireError) {
    try number("\(name)_id", &producer.id, since: since)
    try number("\(name)_epoch", &producer.epoch, since: since)
  }
}
