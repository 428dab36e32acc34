import KafkaModel

extension OffsetDeleteRequest: Described {
  static var blank: Self { Self(groupId: "") }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.string("group_id", &groupId)
    try f.array("topics", &topics)
  }
}

extension OffsetDeleteRequest.Topic: Described {
  static var blank: Self { Self(name: "", partitions: []) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.string("name", &name)
    try f.array("partitions", &partitions)
  }
}

extension OffsetDeleteRequest.Partition: Described {
  static var blank: Self { Self(partitionIndex: 0) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.number("partition_index", &partitionIndex)
  }
}

extension OffsetDeleteResponse: Described {
  static var blank: Self { Self() }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.number("error_code", &errorCode)
    try f.number("throttle_time_ms", &throttleTimeMs)
    try f.array("topics", &topics)
  }
}
