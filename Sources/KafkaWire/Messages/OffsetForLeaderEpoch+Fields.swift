import KafkaModel

extension OffsetForLeaderEpochRequest: Described {
  static var blank: Self { Self(topics: []) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.number("replica_id", &replicaId, since: 3)
    try f.array("topics", &topics)
  }
}

extension OffsetForLeaderEpochRequest.Topic: Described {
  static var blank: Self { Self(name: "", partitions: []) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.string("topic", &name)
    try f.array("partitions", &partitions)
  }
}

extension OffsetForLeaderEpochRequest.Partition: Described {
  static var blank: Self { Self(partition: 0, leaderEpoch: 0) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.number("partition", &partition)
    try f.number("current_leader_epoch", &currentLeaderEpoch, since: 2)
    try f.number("leader_epoch", &leaderEpoch)
  }
}

extension OffsetForLeaderEpochResponse: Described {
  static var blank: Self { Self() }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.number("throttle_time_ms", &throttleTimeMs)
    try f.array("topics", &topics)
  }
}

extension OffsetForLeaderEpochResponse.Topic: Described {
  static var blank: Self { Self(name: "", partitions: []) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.string("topic", &name)
    try f.array("partitions", &partitions)
  }
}

extension OffsetForLeaderEpochResponse.Partition: Described {
  static var blank: Self { Self(partition: 0) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.number("error_code", &errorCode)
    try f.number("partition", &partition)
    try f.number("leader_epoch", &leaderEpoch, since: 1)
    try f.number("end_offset", &endOffset)
  }
}
