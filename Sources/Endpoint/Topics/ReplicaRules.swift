import KafkaModel

/// What a controller asks of replicas that somebody has chosen by hand: here there is one broker
/// for all of them (`ReplicationControlManager`).
enum ReplicaRules {
  static func fault(_ topic: CreateTopicsRequest.Topic) -> (ErrorCode, String)? {
    let specified = "A manual partition assignment was specified, but"
    if topic.replicationFactor != -1 {
      return (.invalidRequest, "\(specified) replication factor was not set to -1.")
    }
    if topic.numPartitions != -1 {
      return (.invalidRequest, "\(specified) numPartitions was not set to -1.")
    }
    let indexes = topic.assignments.map(\.partitionIndex)
    if let twice = indexes.repeated.first {
      return (
        .invalidReplicaAssignment,
        "Found multiple manual partition assignments for partition \(twice)"
      )
    }
    if let fault = topic.assignments.lazy.compactMap({ fault($0.brokerIds) }).first {
      return fault
    }
    let isDense = indexes.allSatisfy { $0 >= 0 && Int($0) < indexes.count }
    return isDense
      ? nil
      : (
        .invalidReplicaAssignment,
        "partitions should be a consecutive 0-based integer sequence"
      )
  }

  /// Of partitions that are added to a topic.
  static func fault(
    _ assignments: [CreatePartitionsRequest.Assignment], more: Int32
  ) -> (ErrorCode, String)? {
    if assignments.count != Int(more) {
      let only = assignments.count < Int(more) ? "only " : ""
      return (
        .invalidReplicaAssignment,
        "Attempted to add \(more) additional partition(s), but \(only)\(assignments.count)"
          + " assignment(s) were specified."
      )
    }
    return assignments.lazy.compactMap { fault($0.brokerIds) }.first
  }

  private static func fault(_ brokers: [BrokerId]) -> (ErrorCode, String)? {
    let assignment = "The manual partition assignment includes"
    if brokers.isEmpty {
      return (.invalidReplicaAssignment, "\(assignment) an empty replica list.")
    }
    if let stranger = brokers.first(where: { $0 != Broker.node }) {
      return (
        .invalidReplicaAssignment,
        "\(assignment) broker \(stranger), but no such broker is registered."
      )
    }
    return brokers.count == 1
      ? nil
      : (.invalidReplicaAssignment, "\(assignment) the broker \(Broker.node) more than once.")
  }
}
