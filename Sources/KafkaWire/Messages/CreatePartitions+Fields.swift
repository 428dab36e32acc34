import KafkaModel

extension CreatePartitionsRequest: Described {
  static var blank: Self { Self(topics: []) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.array("topics", &topics)
    try f.number("timeout_ms", &timeoutMs)
    try f.number("validate_only", &validateOnly)
  }
}

extension CreatePartitionsRequest.Topic: Described {
  static var blank: Self { Self(name: "", count: 0) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.string("name", &name)
    try f.number("count", &count)
    try f.nullableArray("assignments", &assignments)
  }
}

extension CreatePartitionsRequest.Assignment: Described {
  static var blank: Self { Self(brokerIds: []) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.numbers("broker_ids", &brokerIds)
  }
}

extension CreatePartitionsResponse: Described {
  static var blank: Self { Self() }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.number("throttle_time_ms", &throttleTimeMs)
    try f.array("results", &results)
  }
}

extension CreatePartitionsResponse.Result: Described {
  static var blank: Self { Self(name: "") }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.string("name", &name)
    try f.number("error_code", &errorCode)
    try f.nullable("error_message", &errorMessage)
  }
}
