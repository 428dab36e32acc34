import KafkaModel

extension Request {
  /// The request of an API with every field at its default.
  static func blank(_ api: ApiKey) -> Request {
    switch api {
    case .produce: .produce(.blank)
    case .fetch: .fetch(.blank)
    case .listOffsets: .listOffsets(.blank)
    case .metadata: .metadata(.blank)
    case .offsetCommit: .offsetCommit(.blank)
    case .offsetFetch: .offsetFetch(.blank)
    case .findCoordinator: .findCoordinator(.blank)
    case .joinGroup: .joinGroup(.blank)
    case .heartbeat: .heartbeat(.blank)
    case .leaveGroup: .leaveGroup(.blank)
    case .syncGroup: .syncGroup(.blank)
    case .describeGroups: .describeGroups(.blank)
    case .listGroups: .listGroups(.blank)
    case .saslHandshake: .saslHandshake(.blank)
    case .apiVersions: .apiVersions(.blank)
    case .createTopics: .createTopics(.blank)
    case .deleteTopics: .deleteTopics(.blank)
    case .initProducerId: .initProducerId(.blank)
    case .addPartitionsToTxn: .addPartitionsToTxn(.blank)
    case .addOffsetsToTxn: .addOffsetsToTxn(.blank)
    case .endTxn: .endTxn(.blank)
    case .txnOffsetCommit: .txnOffsetCommit(.blank)
    case .saslAuthenticate: .saslAuthenticate(.blank)
    case .createPartitions: .createPartitions(.blank)
    case .deleteGroups: .deleteGroups(.blank)
    case .offsetDelete: .offsetDelete(.blank)
    case .deleteRecords: .deleteRecords(.blank)
    case .offsetForLeaderEpoch: .offsetForLeaderEpoch(.blank)
    case .describeCluster: .describeCluster(.blank)
    case .describeTransactions: .describeTransactions(.blank)
    case .listTransactions: .listTransactions(.blank)
    case .describeProducers: .describeProducers(.blank)
    case .describeTopicPartitions: .describeTopicPartitions(.blank)
    case .describeConfigs: .describeConfigs(.blank)
    }
  }

  /// Takes a walker through the fields of whichever message it is.
  mutating func walk<F: FieldWalker>(_ f: inout F) throws(WireError) {
    switch self {
    case .produce(let body): self = .produce(try f.walked(body))
    case .fetch(let body): self = .fetch(try f.walked(body))
    case .listOffsets(let body): self = .listOffsets(try f.walked(body))
    case .metadata(let body): self = .metadata(try f.walked(body))
    case .offsetCommit(let body): self = .offsetCommit(try f.walked(body))
    case .offsetFetch(let body): self = .offsetFetch(try f.walked(body))
    case .findCoordinator(let body): self = .findCoordinator(try f.walked(body))
    case .joinGroup(let body): self = .joinGroup(try f.walked(body))
    case .heartbeat(let body): self = .heartbeat(try f.walked(body))
    case .leaveGroup(let body): self = .leaveGroup(try f.walked(body))
    case .syncGroup(let body): self = .syncGroup(try f.walked(body))
    case .describeGroups(let body): self = .describeGroups(try f.walked(body))
    case .listGroups(let body): self = .listGroups(try f.walked(body))
    case .saslHandshake(let body): self = .saslHandshake(try f.walked(body))
    case .apiVersions(let body): self = .apiVersions(try f.walked(body))
    case .createTopics(let body): self = .createTopics(try f.walked(body))
    case .deleteTopics(let body): self = .deleteTopics(try f.walked(body))
    case .initProducerId(let body): self = .initProducerId(try f.walked(body))
    case .addPartitionsToTxn(let body): self = .addPartitionsToTxn(try f.walked(body))
    case .addOffsetsToTxn(let body): self = .addOffsetsToTxn(try f.walked(body))
    case .endTxn(let body): self = .endTxn(try f.walked(body))
    case .txnOffsetCommit(let body): self = .txnOffsetCommit(try f.walked(body))
    case .saslAuthenticate(let body): self = .saslAuthenticate(try f.walked(body))
    case .createPartitions(let body): self = .createPartitions(try f.walked(body))
    case .deleteGroups(let body): self = .deleteGroups(try f.walked(body))
    case .offsetDelete(let body): self = .offsetDelete(try f.walked(body))
    case .deleteRecords(let body): self = .deleteRecords(try f.walked(body))
    case .offsetForLeaderEpoch(let body): self = .offsetForLeaderEpoch(try f.walked(body))
    case .describeCluster(let body): self = .describeCluster(try f.walked(body))
    case .describeTransactions(let body): self = .describeTransactions(try f.walked(body))
    case .listTransactions(let body): self = .listTransactions(try f.walked(body))
    case .describeProducers(let body): self = .describeProducers(try f.walked(body))
    case .describeTopicPartitions(let body):
      self = .describeTopicPartitions(try f.walked(body))
    case .describeConfigs(let body): self = .describeConfigs(try f.walked(body))
    }
  }
}

extension FieldWalker {
  /// The message as it is after the walk: filled by a reader, unchanged by others.
  mutating func walked<E: Described>(_ message: E) throws(WireError) -> E {
    var message = message
    try structure(&message)
    return message
  }
}
