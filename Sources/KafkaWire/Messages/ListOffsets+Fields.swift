import KafkaModel

extension ListOffsetsRequest: Described {
  static var blank: Self { Self(topics: []) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.number("replica_id", &replicaId)
    try f.number("isolation_level", &isolationLevel, since: 2)
    try f.array("topics", &topics)
    try f.number("timeout_ms", &timeoutMs, since: 10)
  }
}

extension ListOffsetsRequest.Topic: Described {
  static var blank: Self { Self(name: "", partitions: []) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.string("name", &name)
    try f.array("partitions", &partitions)
  }
}

extension ListOffsetsRequest.Partition: Described {
  static var blank: Self { Self(partitionIndex: 0, timestamp: 0) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.number("partition_index", &partitionIndex)
    try f.number("current_leader_epoch", &currentLeaderEpoch, since: 4)
    try f.number("timestamp", &timestamp)
  }
}

extension ListOffsetsResponse: Described {
  static var blank: Self { Self() }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.number("throttle_time_ms", &throttleTimeMs, since: 2)
    try f.array("topics", &topics)
  }
}

extension ListOffsetsResponse.Topic: Described {
  static var blank: Self { Self(name: "", partitions: []) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.string("name", &name)
    try f.array("partitions", &partitions)
  }
}

extension ListOffsetsResponse.Partition: Described {
  static var blank: Self { Self(partitionIndex: 0) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.number("partition_index", &partitionIndex)
    try f.number("error_code", &errorCode)
    try f.number("timestamp", &timestamp)
    try f.number("offset", &offset)
    try f.number("leader_epoch", &leaderEpoch, since: 4)
  }
}
