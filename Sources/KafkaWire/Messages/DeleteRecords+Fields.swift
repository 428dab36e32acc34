import KafkaModel

extension DeleteRecordsRequest: Described {
  static var blank: Self { Self(topics: []) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.array("topics", &topics)
    try f.number("timeout_ms", &timeoutMs)
  }
}

extension DeleteRecordsRequest.Topic: Described {
  static var blank: Self { Self(name: "", partitions: []) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.string("name", &name)
    try f.array("partitions", &partitions)
  }
}

extension DeleteRecordsRequest.Partition: Described {
  static var blank: Self { Self(partitionIndex: 0, offset: .none) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.number("partition_index", &partitionIndex)
    try f.number("offset", &offset)
  }
}

extension DeleteRecordsResponse: Described {
  static var blank: Self { Self() }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.number("throttle_time_ms", &throttleTimeMs)
    try f.array("topics", &topics)
  }
}

extension DeleteRecordsResponse.Topic: Described {
  static var blank: Self { Self(name: "", partitions: []) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.string("name", &name)
    try f.array("partitions", &partitions)
  }
}

extension DeleteRecordsResponse.Partition: Described {
  static var blank: Self { Self(partitionIndex: 0) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.number("partition_index", &partitionIndex)
    try f.number("low_watermark", &lowWatermark)
    try f.number("error_code", &errorCode)
  }
}
