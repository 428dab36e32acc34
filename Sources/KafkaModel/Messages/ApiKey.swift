/// Which request a frame carries (`org.apache.kafka.common.protocol.ApiKeys`).
public enum ApiKey: Int16, CaseIterable, Hashable, Sendable, CustomStringConvertible {
  case produce = 0
  case fetch = 1
  case listOffsets = 2
  case metadata = 3
  case offsetCommit = 8
  case offsetFetch = 9
  case findCoordinator = 10
  case joinGroup = 11
  case heartbeat = 12
  case leaveGroup = 13
  case syncGroup = 14
  case describeGroups = 15
  case listGroups = 16
  case saslHandshake = 17
  case apiVersions = 18
  case createTopics = 19
  case deleteTopics = 20
  case initProducerId = 22
  case addPartitionsToTxn = 24
  case addOffsetsToTxn = 25
  case endTxn = 26
  case txnOffsetCommit = 28
  case saslAuthenticate = 36
  case createPartitions = 37
  case deleteGroups = 42
  case offsetDelete = 47
  case deleteRecords = 21
  case offsetForLeaderEpoch = 23
  case describeCluster = 60
  case describeTransactions = 65
  case listTransactions = 66
  case describeProducers = 61
  case describeTopicPartitions = 75
  case describeConfigs = 32

  /// Kafka's name, e.g. `JoinGroup`.
  public var description: String {
    switch self {
    case .produce: "Produce"
    case .fetch: "Fetch"
    case .listOffsets: "ListOffsets"
    case .metadata: "Metadata"
    case .offsetCommit: "OffsetCommit"
    case .offsetFetch: "OffsetFetch"
    case .findCoordinator: "FindCoordinator"
    case .joinGroup: "JoinGroup"
    case .heartbeat: "Heartbeat"
    case .leaveGroup: "LeaveGroup"
    case .syncGroup: "SyncGroup"
    case .describeGroups: "DescribeGroups"
    case .listGroups: "ListGroups"
    case .saslHandshake: "SaslHandshake"
    case .apiVersions: "ApiVersions"
    case .createTopics: "CreateTopics"
    case .deleteTopics: "DeleteTopics"
    case .initProducerId: "InitProducerId"
    case .addPartitionsToTxn: "AddPartitionsToTxn"
    case .addOffsetsToTxn: "AddOffsetsToTxn"
    case .endTxn: "EndTxn"
    case .txnOffsetCommit: "TxnOffsetCommit"
    case .saslAuthenticate: "SaslAuthenticate"
    case .createPartitions: "CreatePartitions"
    case .deleteGroups: "DeleteGroups"
    case .offsetDelete: "OffsetDelete"
    case .deleteRecords: "DeleteRecords"
    case .offsetForLeaderEpoch: "OffsetForLeaderEpoch"
    case .describeCluster: "DescribeCluster"
    case .describeTransactions: "DescribeTransactions"
    case .listTransactions: "ListTransactions"
    case .describeProducers: "DescribeProducers"
    case .describeTopicPartitions: "DescribeTopicPartitions"
    case .describeConfigs: "DescribeConfigs"
    }
  }
}
