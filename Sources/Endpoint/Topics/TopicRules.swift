import KafkaModel

/// What a controller asks of a topic that is to be made (`ReplicationControlManager`).
enum TopicRules {
  /// Why the topic cannot be made; nil where it can.
  static func fault(
    _ topic: CreateTopicsRequest.Topic, in topics: TopicTable, _ config: EndpointConfig
  ) -> (ErrorCode, String)? {
    if let fault = nameFault(topic.name.text) { return (.invalidTopicException, fault) }
    if topics[topic.name] != nil {
      return (.topicAlreadyExists, "Topic '\(topic.name)' already exists.")
    }
    if topic.name == .consumerOffsets || topic.name == .transactionState {
      return (.policyViolation, "Topic '\(topic.name)' is made by this broker itself.")
    }
    if !topic.assignments.isEmpty {
      return (.invalidRequest, "Manual partition assignments are not supported here.")
    }
    if topic.replicationFactor < -1 || topic.replicationFactor == 0 {
      return (
        .invalidReplicationFactor,
        "Replication factor must be larger than 0, or -1 to use the default value."
      )
    }
    if topic.numPartitions < -1 || topic.numPartitions == 0 {
      return (
        .invalidPartitions, "Number of partitions was set to an invalid non-positive value."
      )
    }
    if topic.replicationFactor > 1 {
      return (.invalidReplicationFactor, replicaFault(topic.replicationFactor))
    }
    if let fault = topic.configs.lazy.compactMap(TopicSettings.fault).first {
      return (.invalidConfig, fault)
    }
    let more = topic.numPartitions < 0 ? config.defaultPartitions : topic.numPartitions
    if topics.count >= config.limits.topics { return tooMany(config.limits) }
    return room(for: more, in: topics, config.limits)
  }

  /// Why the topic cannot have so many partitions; nil where it can.
  static func fault(
    _ topic: CreatePartitionsRequest.Topic, in topics: TopicTable, _ config: EndpointConfig
  ) -> (ErrorCode, String?)? {
    guard let now = topics[topic.name]?.logs.count else { return (.unknownTopicOrPartition, nil) }
    if topic.count == now {
      return (.invalidPartitions, "Topic already has \(now) partition(s).")
    }
    if topic.count < now {
      return (
        .invalidPartitions,
        "The topic \(topic.name) currently has \(now) partition(s);"
          + " \(topic.count) would not be an increase."
      )
    }
    if topic.assignments != nil {
      return (.invalidRequest, "Manual partition assignments are not supported here.")
    }
    return room(for: topic.count - Int32(now), in: topics, config.limits)
  }

  private static func room(
    for more: Int32, in topics: TopicTable, _ limits: EndpointLimits
  ) -> (ErrorCode, String)? {
    let count = Int64(topics.partitionCount) + Int64(more)
    return count > Int64(limits.partitions) ? tooMany(limits) : nil
  }

  private static func tooMany(_ limits: EndpointLimits) -> (ErrorCode, String) {
    (
      .policyViolation,
      "This broker holds \(limits.topics) topics and \(limits.partitions) partitions at most."
    )
  }

  private static func replicaFault(_ factor: Int16) -> String {
    "Unable to replicate the partition \(factor) time(s): The target replication factor of"
      + " \(factor) cannot be reached because only 1 broker(s) are registered or some brokers"
      + " have all their log directories cordoned."
  }

  /// `Topic.validate`.
  static func nameFault(_ name: String) -> String? {
    if name.isEmpty { return "Topic name is invalid: the empty string is not allowed" }
    if name == "." || name == ".." { return "Topic name is invalid: '.' or '..' is not allowed" }
    if name.utf16.count > 249 {
      return "Topic name is invalid: the length of '\(name)' is longer than the max allowed"
        + " length 249"
    }
    let isLegal = name.unicodeScalars.allSatisfy {
      $0.isASCII
        && ($0.properties.isAlphabetic || ("0"..."9").contains($0)
          || "._-".unicodeScalars.contains($0))
    }
    if isLegal { return nil }
    return "Topic name is invalid: '\(name)' contains one or more characters other than ASCII"
      + " alphanumerics, '.', '_' and '-'"
  }
}
