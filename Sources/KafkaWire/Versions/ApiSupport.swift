import KafkaModel

/// Which versions of an API are spoken here.
public enum ApiSupport {
  /// The versions that are described field by field and checked against a real broker.
  public static func versions(of api: ApiKey) -> ClosedRange<Int16> {
    switch api {
    case .produce: 3...13
    case .fetch: 4...18
    case .listOffsets: 1...11
    case .metadata: 0...13
    case .offsetCommit: 2...10
    case .offsetFetch: 1...10
    case .findCoordinator: 0...6
    case .joinGroup: 2...9
    case .heartbeat: 0...4
    case .leaveGroup: 0...5
    case .syncGroup: 0...5
    case .describeGroups: 0...6
    case .listGroups: 0...5
    case .saslHandshake: 0...1
    case .apiVersions: 0...4
    case .createTopics: 2...7
    case .deleteTopics: 1...6
    case .initProducerId: 0...5
    case .addPartitionsToTxn: 0...3
    case .addOffsetsToTxn: 0...4
    case .endTxn: 0...5
    case .txnOffsetCommit: 0...5
    case .saslAuthenticate: 0...2
    case .createPartitions: 0...3
    case .deleteGroups: 0...2
    case .offsetDelete: 0...0
    case .deleteRecords: 0...2
    case .offsetForLeaderEpoch: 2...4
    case .describeCluster: 0...2
    case .describeTransactions: 0...0
    case .listTransactions: 0...2
    case .describeProducers: 0...0
    case .describeTopicPartitions: 0...0
    case .describeConfigs: 1...4
    }
  }

  /// The first version with compact lengths and tagged fields (KIP-482).
  public static func firstFlexibleVersion(of api: ApiKey) -> Int16 {
    switch api {
    case .produce: 9
    case .fetch: 12
    case .listOffsets: 6
    case .metadata: 9
    case .offsetCommit: 8
    case .offsetFetch: 6
    case .findCoordinator: 3
    case .joinGroup: 6
    case .heartbeat: 4
    case .leaveGroup: 4
    case .syncGroup: 4
    case .describeGroups: 5
    case .listGroups: 3
    // It has none yet.
    case .saslHandshake: 2
    case .apiVersions: 3
    case .createTopics: 5
    case .deleteTopics: 4
    case .initProducerId: 2
    case .addPartitionsToTxn: 3
    case .addOffsetsToTxn: 3
    case .endTxn: 3
    case .txnOffsetCommit: 3
    case .saslAuthenticate: 2
    case .createPartitions: 2
    case .deleteGroups: 2
    // It has none yet.
    case .offsetDelete: 1
    case .deleteRecords: 2
    case .offsetForLeaderEpoch: 4
    case .describeCluster: 0
    case .describeTransactions: 0
    case .listTransactions: 0
    case .describeProducers: 0
    case .describeTopicPartitions: 0
    case .describeConfigs: 4
    }
  }

  static func isFlexible(_ api: ApiKey, _ version: Int16) -> Bool {
    version >= firstFlexibleVersion(of: api)
  }

  static func check(_ api: ApiKey, _ version: Int16) throws(WireError) {
    if !versions(of: api).contains(version) { throw WireError(.unsupportedVersion(api, version)) }
  }

  /// Clients here stay below the versions in which topics have ids in place of names.
  private static func newestOfClients(_ api: ApiKey) -> Int16 {
    switch api {
    case .produce, .fetch: 12
    case .offsetCommit, .offsetFetch: 8
    case .deleteTopics: 5
    default: .max
    }
  }

  /// The newest version that both sides speak, not above `cap`; nil where there is none.
  ///
  /// A broker's range may be nonsense (min above max): then there is none either.
  public static func negotiate(
    _ api: ApiKey, broker: ApiVersionsResponse.Range, cap: Int16 = .max
  ) -> Int16? {
    let ours = versions(of: api)
    let newest = min(ours.upperBound, newestOfClients(api), broker.maxVersion, cap)
    return newest >= max(ours.lowerBound, broker.minVersion) ? newest : nil
  }
}
