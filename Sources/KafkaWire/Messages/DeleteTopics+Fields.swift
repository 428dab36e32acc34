import KafkaModel

extension DeleteTopicsRequest: Described {
  static var blank: Self { Self(topicNames: []) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    if f.version < 6 {
      var names = topics.compactMap(\.name)
      try f.strings("topic_names", &names)
      topics = names.map { Topic(name: $0) }
    } else {
      try f.array("topics", &topics)
    }
    try f.number("timeout_ms", &timeoutMs)
  }
}

extension DeleteTopicsRequest.Topic: Described {
  static var blank: Self { Self(name: nil) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.nullable("name", &name)
    try f.uuid("topic_id", &topicId, since: 6)
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
    try f.nullable("name", &name, nullableSince: 6)
    try f.uuid("topic_id", &topicId, since: 6)
    try f.number("error_code", &errorCode)
    try f.nullable("error_message", &errorMessage, since: 5)
  }
}
