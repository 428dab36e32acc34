import KafkaModel

extension DescribeTransactionsRequest: Described {
  static var blank: Self { Self(transactionalIds: []) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.strings("transactional_ids", &transactionalIds)
  }
}

extension DescribeTransactionsResponse: Described {
  static var blank: Self { Self() }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.number("throttle_time_ms", &throttleTimeMs)
    try f.array("transaction_states", &transactionStates)
  }
}

extension DescribeTransactionsResponse.Transaction: Described {
  static var blank: Self { Self(transactionalId: "") }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.number("error_code", &errorCode)
    try f.string("transactional_id", &transactionalId)
    try f.string("transaction_state", &transactionState)
    try f.number("transaction_timeout_ms", &transactionTimeoutMs)
    try f.number("transaction_start_time_ms", &transactionStartTimeMs)
    try f.number("producer_id", &producerId)
    try f.number("producer_epoch", &producerEpoch)
    try f.array("topics", &topics)
  }
}

extension DescribeTransactionsResponse.Topic: Described {
  static var blank: Self { Self(name: "", partitions: []) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.string("topic", &name)
    try f.numbers("partitions", &partitions)
  }
}
