import KafkaModel

extension TxnOffsetCommitRequest: Described {
  static var blank: Self { Self(transactionalId: "", groupId: "", producer: .none) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.string("transactional_id", &transactionalId)
    try f.string("group_id", &groupId)
    try f.producer(&producer)
    try f.number("generation_id", &generationId, since: 3)
    try f.string("member_id", &memberId, since: 3)
    try f.nullable("group_instance_id", &groupInstanceId, since: 3)
    try f.array("topics", &topics)
  }
}

extension TxnOffsetCommitRequest.Topic: Described {
  static var blank: Self { Self(name: "", partitions: []) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.string("name", &name)
    try f.array("partitions", &partitions)
  }
}

extension TxnOffsetCommitRequest.Partition: Described {
  static var blank: Self { Self(partitionIndex: 0, committedOffset: .none) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.number("partition_index", &partitionIndex)
    try f.number("committed_offset", &committedOffset)
    try f.number("committed_leader_epoch", &committedLeaderEpoch, since: 2)
    try f.nullable("committed_metadata", &committedMetadata)
  }
}

extension TxnOffsetCommitResponse: Described {
  static var blank: Self { Self() }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.number("throttle_time_ms", &throttleTimeMs)
    try f.array("topics", &topics)
  }
}
