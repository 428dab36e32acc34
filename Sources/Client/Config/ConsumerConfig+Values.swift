import KafkaModel

extension ConsumerConfig {
  /// A setting as `set` would take it; nil for one that there is not, or that has no value.
  public func value(_ key: String) -> String? {
    switch key {
    case "group.id": groupId.text
    case "client.id": clientId.text
    case "client.rack": clientRack
    case "group.instance.id": groupInstanceId?.text
    case "auto.offset.reset": autoOffsetReset.rawValue
    case "enable.auto.commit": "\(enableAutoCommit)"
    case "isolation.level": isolationLevel.name
    case "partition.assignment.strategy": assignors.joined(separator: ",")
    default: number(key).map { "\($0)" }
    }
  }

  private func number(_ key: String) -> Int64? {
    switch key {
    case "session.timeout.ms": sessionTimeoutMs
    case "heartbeat.interval.ms": heartbeatIntervalMs
    case "max.poll.interval.ms": maxPollIntervalMs
    case "max.poll.records": maxPollRecords
    case "auto.commit.interval.ms": autoCommitIntervalMs
    case "retry.backoff.ms": retryBackoffMs
    case "retry.backoff.max.ms": retryBackoffMaxMs
    case "request.timeout.ms": requestTimeoutMs
    case "metadata.max.age.ms": metadataMaxAgeMs
    case "fetch.max.wait.ms": Int64(fetchMaxWaitMs)
    case "fetch.min.bytes": Int64(fetchMinBytes)
    default: nil
    }
  }
}
