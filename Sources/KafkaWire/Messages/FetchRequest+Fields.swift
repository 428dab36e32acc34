import KafkaModel

extension FetchRequest: Described {
  static var blank: Self { Self(maxWaitMs: 0, minBytes: 0, topics: []) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    // Followers say more since v15, as a tagged field.
    try f.number("replica_id", &replicaId, until: 14)
    try f.number("max_wait_ms", &maxWaitMs)
    try f.number("min_bytes", &minBytes)
    try f.number("max_bytes", &maxBytes, since: 3)
    try f.number("isolation_level", &isolationLevel, since: 4)
    try f.number("session_id", &sessionId, since: 7)
    try f.number("session_epoch", &sessionEpoch, since: 7)
    try f.array("topics", &topics)
    try f.array("forgotten_topics_data", &forgottenTopics, since: 7)
    try f.string("rack_id", &rackId, since: 11)
  }
}

extension FetchRequest.Topic: Described {
  static var blank: Self { Self(name: "", partitions: []) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.string("topic", &name, until: 12)
    try f.uuid("topic_id", &topicId, since: 13)
    try f.array("partitions", &partitions)
  }
}

extension FetchRequest.Partition: Described {
  static var blank: Self { Self(partition: 0, fetchOffset: .none) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.number("partition", &partition)
    try f.number("current_leader_epoch", &currentLeaderEpoch, since: 9)
    try f.number("fetch_offset", &fetchOffset)
    try f.number("last_fetched_epoch", &lastFetchedEpoch, since: 12)
    try f.number("log_start_offset", &logStartOffset, since: 5)
    try f.number("partition_max_bytes", &partitionMaxBytes)
  }
}

extension FetchRequest.ForgottenTopic: Described {
  static var blank: Self { Self(name: "", partitions: []) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.string("topic", &name, until: 12)
    try f.uuid("topic_id", &topicId, since: 13)
    try f.numbers("partitions", &partitions)
  }
}
