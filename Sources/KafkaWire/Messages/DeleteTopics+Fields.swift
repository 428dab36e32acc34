import KafkaModel

extension FieldWalker {
  /// Topics that may be named by id instead; here it is always by name.
  fileprivate mutating func topics(
    _ field: String, _ names: inout [TopicName]
  ) throws(WireError) {
    var some: [TopicName]? = names
    try each(field, &some, nullable: false, blank: "") { (name, f) throws(WireError) in
      try f.string("name", &name)
      var noId = Uuid.zero
      try f.uuid("topic_id", &noId, since: 6)
      var none: [TaggedField] = []
      try f.tags(&none)
    }
    names = some ?? []
  }
}

extension DeleteTopicsRequest: Described {
  static var blank: Self { Self(topicNames: []) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    if f.version < 6 {
      try f.strings("topic_names", &topicNames)
    } else {
      try f.topics("topics", &topicNames)
    }
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
    try f.uuid("topic_id", &topicId, since: 6)
    try f.number("error_code", &errorCode)
    try f.nullable("error_message", &errorMessage, since: 5)
  }
}
