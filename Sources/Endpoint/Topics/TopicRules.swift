import KafkaModel

/// What a controller asks of a topic that is to be made (`ReplicationControlManager`).
enum TopicRules {
  /// Why the topic cannot be made; nil where it can.
  static func fault(
    _ topic: CreateTopicsRequest.Topic, in topics: TopicTable, _ config: EndpointConfig
  ) -> (ErrorCode, String)? {
    if let fault = nameFault(of: topic.name, in: topics) { return fault }
    if let fault = topic.configs.lazy.compactMap(TopicSettings.fault).first {
      return (.invalidConfig, fault)
    }
    if let fault = topic.assignments.isEmpty ? numberFault(topic) : ReplicaRules.fault(topic) {
      return fault
    }
    if topics.count >= config.limits.topics { return tooMany(config.limits) }
    return room(for: partitionCount(of: topic, config), in: topics, config.limits)
  }

  static func partitionCount(
    of topic: CreateTopicsRequest.Topic, _ config: EndpointConfig
  ) -> Int32 {
    if !topic.assignments.isEmpty { return Int32(clamping: topic.assignments.count) }
    return topic.numPartitions < 0 ? config.defaultPartitions : topic.numPartitions
  }

  private static func nameFault(
    of name: TopicName, in topics: TopicTable
  ) -> (ErrorCode, String)? {
    // `ControllerApis`: this one is never made as others are.
    if name == .clusterMetadata { return (.topicAuthorizationFailed, "Authorization failed.") }
    if let fault = nameFault(name.text) { return (.invalidTopicException, fault) }
    if topics[name] != nil { return (.topicAlreadyExists, "Topic '\(name)' already exists.") }
    if let other = topics.colliding(with: name) {
      return (
        .invalidTopicException, "Topic '\(name)' collides with existing topic: \(other)"
      )
    }
    if name == .consumerOffsets || name == .transactionState {
      return (.policyViolation, "Topic '\(name)' is made by this broker itself.")
    }
    return nil
  }

  private static func numberFault(
    _ topic: CreateTopicsRequest.Topic
  ) -> (ErrorCode, String)? {
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
    return nil
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
    let more = topic.count - Int32(now)
    if let fault = topic.assignments.flatMap({ ReplicaRules.fault($0, more: more) }) {
      return fault
    }
    return room(for: more, in: topics, config.limits)
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
