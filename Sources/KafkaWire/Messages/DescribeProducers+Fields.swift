import KafkaModel

extension DescribeProducersRequest: Described {
  static var blank: Self { Self(topics: []) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.array("topics", &topics)
  }
}

extension DescribeProducersRequest.Topic: Described {
  static var blank: Self { Self(name: "", partitionIndexes: []) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.string("name", &name)
    try f.numbers("partition_indexes", &partitionIndexes)
  }
}

extension DescribeProducersResponse: Described {
  static var blank: Self { Self() }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.number("throttle_time_ms", &throttleTimeMs)
    try f.array("topics", &topics)
  }
}

extension DescribeProducersResponse.Topic: Described {
  static var blank: Self { Self(name: "", partitions: []) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.string("name", &name)
    try f.array("partitions", &partitions)
  }
}

extension DescribeProducersResponse.Partition: Described {
  static var blank: Self { Self(partitionIndex: 0) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.number("partition_index", &partitionIndex)
    try f.number("error_code", &errorCode)
    try f.nullable("error_message", &errorMessage)
    try f.array("active_producers", &activeProducers)
  }
}

extension DescribeProducersResponse.Producer: Described {
  static var blank: Self { Self(producerId: 0, producerEpoch: 0) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.number("producer_id", &producerId)
    try f.number("producer_epoch", &producerEpoch)
    try f.number("last_sequence", &lastSequence)
    try f.number("last_timestamp", &lastTimestampMs)
    try f.number("coordinator_epoch", &coordinatorEpoch)
    try f.number("current_txn_start_offset", &currentTxnStartOffset)
  }
}
