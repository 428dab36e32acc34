import KafkaModel

extension DescribeTopicPartitionsRequest: Described {
  static var blank: Self { Self() }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.array("topics", &topics)
    try f.number("response_partition_limit", &responsePartitionLimit)
    try f.structureIfAny("cursor", &cursor)
  }
}

extension DescribeTopicPartitionsRequest.Topic: Described {
  static var blank: Self { Self(name: "") }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.string("name", &name)
  }
}

extension TopicCursor: Described {
  static var blank: Self { Self(topicName: "", partitionIndex: 0) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.string("topic_name", &topicName)
    try f.number("partition_index", &partitionIndex)
  }
}

extension DescribeTopicPartitionsResponse: Described {
  static var blank: Self { Self() }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.number("throttle_time_ms", &throttleTimeMs)
    try f.array("topics", &topics)
    try f.structureIfAny("next_cursor", &nextCursor)
  }
}

extension DescribeTopicPartitionsResponse.Topic: Described {
  static var blank: Self { Self(name: nil) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.number("error_code", &errorCode)
    try f.nullable("name", &name)
    try f.uuid("topic_id", &topicId, since: 0)
    try f.number("is_internal", &isInternal)
    try f.array("partitions", &partitions)
    try f.number("topic_authorized_operations", &topicAuthorizedOperations)
  }
}

extension DescribeTopicPartitionsResponse.Partition: Described {
  static var blank: Self { Self(partitionIndex: 0) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.number("error_code", &errorCode)
    try f.number("partition_index", &partitionIndex)
    try f.number("leader_id", &leaderId)
    try f.number("leader_epoch", &leaderEpoch)
    try f.numbers("replica_nodes", &replicaNodes)
    try f.numbers("isr_nodes", &isrNodes)
    try f.numbers("eligible_leader_replicas", &eligibleLeaderReplicas)
    try f.numbers("last_known_elr", &lastKnownElr)
    try f.numbers("offline_replicas", &offlineReplicas)
  }
}
