import KafkaModel

extension OffsetCommitRequest: Described {
  static var blank: Self { Self(groupId: "") }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.string("group_id", &groupId)
    try f.number("generation_id_or_member_epoch", &generationId, since: 1)
    try f.string("member_id", &memberId, since: 1)
    try f.nullable("group_instance_id", &groupInstanceId, since: 7)
    try f.number("retention_time_ms", &retentionTimeMs, since: 2, until: 4)
    try f.array("topics", &topics)
  }
}

extension OffsetCommitRequest.Topic: Described {
  static var blank: Self { Self(name: "", partitions: []) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.string("name", &name, until: 9)
    try f.uuid("topic_id", &topicId, since: 10)
    try f.array("partitions", &partitions)
  }
}

extension OffsetCommitRequest.Partition: Described {
  static var blank: Self { Self(partitionIndex: 0, committedOffset: .none) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.number("partition_index", &partitionIndex)
    try f.number("committed_offset", &committedOffset)
    try f.number("committed_leader_epoch", &committedLeaderEpoch, since: 6)
    try f.nullable("committed_metadata", &committedMetadata)
  }
}

extension OffsetCommitResponse: Described {
  static var blank: Self { Self() }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.number("throttle_time_ms", &throttleTimeMs, since: 3)
    try f.array("topics", &topics)
  }
}

extension OffsetCommitResponse.Topic: Described {
  static var blank: Self { Self(name: "", partitions: []) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.string("name", &name, until: 9)
    try f.uuid("topic_id", &topicId, since: 10)
    try f.array("partitions", &partitions)
  }
}

extension OffsetCommitResponse.Partition: Described {
  static var blank: Self { Self(partitionIndex: 0) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.number("partition_index", &partitionIndex)
    try f.number("error_code", &errorCode)
  }
}
