import KafkaModel

extension MetadataRequest: Described {
  static var blank: Self { Self() }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.nullableArray("topics", &asked, nullableSince: 1)
    try f.number("allow_auto_topic_creation", &allowAutoTopicCreation, since: 4)
    try f.number(
      "include_cluster_authorized_operations", &includeClusterAuthorizedOperations,
      since: 8, until: 10)
    try f.number(
      "include_topic_authorized_operations", &includeTopicAuthorizedOperations, since: 8)
  }
}

extension MetadataRequest.Topic: Described {
  static var blank: Self { Self(name: "") }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.uuid("topic_id", &topicId, since: 10)
    try f.nullable("name", &name, nullableSince: 10)
  }
}

extension MetadataResponse: Described {
  static var blank: Self { Self() }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.number("throttle_time_ms", &throttleTimeMs, since: 3)
    try f.array("brokers", &brokers)
    try f.nullable("cluster_id", &clusterId, since: 2)
    try f.number("controller_id", &controllerId, since: 1)
    try f.array("topics", &topics)
    try f.number(
      "cluster_authorized_operations", &clusterAuthorizedOperations, since: 8, until: 10)
    try f.number("error_code", &errorCode, since: 13)
  }
}

extension MetadataResponse.Broker: Described {
  static var blank: Self { Self(nodeId: .none, host: "", port: 0) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.number("node_id", &nodeId)
    try f.string("host", &host)
    try f.number("port", &port)
    try f.nullable("rack", &rack, since: 1)
  }
}

extension MetadataResponse.Topic: Described {
  static var blank: Self { Self(name: "") }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.number("error_code", &errorCode)
    // Of an id that no topic has there is no name.
    var written = name.isEmpty && topicId != .zero ? nil : Optional(name)
    try f.nullable("name", &written, nullableSince: 12)
    name = written ?? ""
    try f.uuid("topic_id", &topicId, since: 10)
    try f.number("is_internal", &isInternal, since: 1)
    try f.array("partitions", &partitions)
    try f.number("authorized_operations", &authorizedOperations, since: 8)
  }
}

extension MetadataResponse.Partition: Described {
  static var blank: Self { Self(partitionIndex: 0) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.number("error_code", &errorCode)
    try f.number("partition_index", &partitionIndex)
    try f.number("leader_id", &leaderId)
    try f.number("leader_epoch", &leaderEpoch, since: 7)
    try f.numbers("replica_nodes", &replicaNodes)
    try f.numbers("isr_nodes", &isrNodes)
    try f.numbers("offline_replicas", &offlineReplicas, since: 5)
  }
}
