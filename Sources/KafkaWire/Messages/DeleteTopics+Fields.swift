import KafkaModel

extension DeleteTopicsRequest: Described {
  static var blank: Self { Self(topicNames: []) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.strings("topic_names", &topicNames)
    try f.number("timeout_ms", &timeoutMs)
  }
}

extension DeleteTopicsResponse: Described {
  static var blank: Self { Self() }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.number("throttle_time_ms", &throttleTimeMs, since: 1)
    try f.array("responses", &responses)
  }
}

extension DeleteTopicsResponse.Topic: Described {
  static var blank: Self { Self(name: "") }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.string("name", &name)
    try f.number("error_code", &errorCode)
    try f.nullable("error_message", &errorMessage, since: 5)
  }
}
