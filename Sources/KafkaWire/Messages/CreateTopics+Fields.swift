import KafkaModel

extension CreateTopicsRequest: Described {
  static var blank: Self { Self(topics: []) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.array("topics", &topics)
    try f.number("timeout_ms", &timeoutMs)
    try f.number("validate_only", &validateOnly, since: 1)
  }
}

extension CreateTopicsRequest.Topic: Described {
  static var blank: Self { Self(name: "", numPartitions: 0) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.string("name", &name)
    try f.number("num_partitions", &numPartitions)
    try f.number("replication_factor", &replicationFactor)
    try f.array("assignments", &assignments)
    try f.array("configs", &configs)
  }
}

extension CreateTopicsRequest.Assignment: Described {
  static var blank: Self { Self(partitionIndex: 0, brokerIds: []) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.number("partition_index", &partitionIndex)
    try f.numbers("broker_ids", &brokerIds)
  }
}

extension CreateTopicsRequest.Config: Described {
  static var blank: Self { Self(name: "", value: nil) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.string("name", &name)
    try f.nullable("value", &value)
  }
}

extension CreateTopicsResponse: Described {
  static var blank: Self { Self() }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.number("throttle_time_ms", &throttleTimeMs, since: 2)
    try f.array("topics", &topics)
  }
}

extension CreateTopicsResponse.Topic: Described {
  static var blank: Self { Self(name: "") }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.string("name", &name)
    try f.uuid("topic_id", &topicId, since: 7)
    try f.number("error_code", &errorCode)
    try f.nullable("error_message", &errorMessage, since: 1)
    try f.number("num_partitions", &numPartitions, since: 5)
    try f.number("replication_factor", &replicationFactor, since: 5)
    try f.nullableArray("configs", &configs, since: 5)
  }

  /// Tag 0 is `topic_config_error_code`, written only where it says something.
  var tagged: [TaggedField] {
    get {
      guard topicConfigErrorCode != .none else { return [] }
      let bits = UInt16(bitPattern: topicConfigErrorCode.rawValue)
      return [TaggedField(tag: 0, bytes: [UInt8(bits >> 8), UInt8(bits & 0xFF)])]
    }
    set {
      guard let bytes = newValue.first(where: { $0.tag == 0 })?.bytes, bytes.count == 2 else {
        return
      }
      let bits = UInt16(bytes[0]) << 8 | UInt16(bytes[1])
      topicConfigErrorCode = ErrorCode(Int16(bitPattern: bits))
    }
  }
}

extension CreateTopicsResponse.Config: Described {
  static var blank: Self { Self(name: "", value: nil) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.string("name", &name)
    try f.nullable("value", &value)
    try f.number("read_only", &readOnly)
    try f.number("config_source", &configSource)
    try f.number("is_sensitive", &isSensitive)
  }
}
