import KafkaModel

extension OffsetFetchRequest: Described {
  static var blank: Self { Self(groups: []) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    if f.version < 8 {
      try f.only("groups", &groups) { (group, f) throws(WireError) in
        try f.string("group_id", &group.groupId)
        try f.nullableArray("topics", &group.topics, nullableSince: 2)
      }
    }
    try f.array("groups", &groups, since: 8)
    try f.number("require_stable", &requireStable, since: 7)
  }
}

extension OffsetFetchRequest.Group: Described {
  static var blank: Self { Self(groupId: "") }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.string("group_id", &groupId)
    try f.nullable("member_id", &memberId, since: 9)
    try f.number("member_epoch", &memberEpoch, since: 9)
    try f.nullableArray("topics", &topics)
  }
}

extension OffsetFetchRequest.Topic: Described {
  static var blank: Self { Self(name: "", partitionIndexes: []) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.string("name", &name, until: 9)
    try f.uuid("topic_id", &topicId, since: 10)
    try f.numbers("partition_indexes", &partitionIndexes)
  }
}

extension OffsetFetchResponse: Described {
  static var blank: Self { Self() }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.number("throttle_time_ms", &throttleTimeMs, since: 3)
    if f.version < 8 {
      try f.only("groups", &groups) { (group, f) throws(WireError) in
        try f.array("topics", &group.topics)
        try f.number("error_code", &group.errorCode, since: 2)
      }
    }
    try f.array("groups", &groups, since: 8)
  }
}

extension OffsetFetchResponse.Group: Described {
  static var blank: Self { Self(groupId: "") }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.string("group_id", &groupId)
    try f.array("topics", &topics)
    try f.number("error_code", &errorCode)
  }
}

extension OffsetFetchResponse.Topic: Described {
  static var blank: Self { Self(name: "", partitions: []) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.string("name", &name, until: 9)
    try f.uuid("topic_id", &topicId, since: 10)
    try f.array("partitions", &partitions)
  }
}

extension OffsetFetchResponse.Partition: Described {
  static var blank: Self { Self(partitionIndex: 0) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.number("partition_index", &partitionIndex)
    try f.number("committed_offset", &committedOffset)
    try f.number("committed_leader_epoch", &committedLeaderEpoch, since: 5)
    try f.nullable("metadata", &metadata)
    try f.number("error_code", &errorCode)
  }
}
