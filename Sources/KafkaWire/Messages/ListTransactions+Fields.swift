import KafkaModel

extension ListTransactionsRequest: Described {
  static var blank: Self { Self() }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.strings("state_filters", &stateFilters)
    try f.numbers("producer_id_filters", &producerIdFilters)
    try f.number("duration_filter", &durationFilter, since: 1)
    try f.nullable("transactional_id_pattern", &transactionalIdPattern, since: 2)
  }
}

extension ListTransactionsResponse: Described {
  static var blank: Self { Self() }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.number("throttle_time_ms", &throttleTimeMs)
    try f.number("error_code", &errorCode)
    try f.strings("unknown_state_filters", &unknownStateFilters)
    try f.array("transaction_states", &transactionStates)
  }
}

extension ListTransactionsResponse.Transaction: Described {
  static var blank: Self { Self(transactionalId: "", producerId: 0, transactionState: "") }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.string("transactional_id", &transactionalId)
    try f.number("producer_id", &producerId)
    try f.string("transaction_state", &transactionState)
  }
}
