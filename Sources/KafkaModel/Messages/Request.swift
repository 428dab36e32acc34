/// Whatever a client asks; one case an API.
public enum Request: Hashable, Sendable {
  case produce(ProduceRequest)
  case fetch(FetchRequest)
  case listOffsets(ListOffsetsRequest)
  case metadata(MetadataRequest)
  case offsetCommit(OffsetCommitRequest)
  case offsetFetch(OffsetFetchRequest)
  case findCoordinator(FindCoordinatorRequest)
  case joinGroup(JoinGroupRequest)
  case heartbeat(HeartbeatRequest)
  case leaveGroup(LeaveGroupRequest)
  case syncGroup(SyncGroupRequest)
  case describeGroups(DescribeGroupsRequest)
  case listGroups(ListGroupsRequest)
  case saslHandshake(SaslHandshakeRequest)
  case apiVersions(ApiVersionsRequest)
  case createTopics(CreateTopicsRequest)
  case deleteTopics(DeleteTopicsRequest)
  case initProducerId(InitProducerIdRequest)
  case addPartitionsToTxn(AddPartitionsToTxnRequest)
  case addOffsetsToTxn(AddOffsetsToTxnRequest)
  case endTxn(EndTxnRequest)
  case txnOffsetCommit(TxnOffsetCommitRequest)
  case saslAuthenticate(SaslAuthenticateRequest)
  case createPartitions(CreatePartitionsRequest)
  case deleteGroups(DeleteGroupsRequest)
  case offsetDelete(OffsetDeleteRequest)
  case deleteRecords(DeleteRecordsRequest)
  case offsetForLeaderEpoch(OffsetForLeaderEpochRequest)
  case describeCluster(DescribeClusterRequest)
  case describeTransactions(DescribeTransactionsRequest)
  case listTransactions(ListTransactionsRequest)
  case describeProducers(DescribeProducersRequest)
  case describeTopicPartitions(DescribeTopicPartitionsRequest)
  case describeConfigs(DescribeConfigsRequest)

  public var apiKey: ApiKey {
    switch self {
    case .produce: .produce
    case .fetch: .fetch
    case .listOffsets: .listOffsets
    case .metadata: .metadata
    case .offsetCommit: .offsetCommit
    case .offsetFetch: .offsetFetch
    case .findCoordinator: .findCoordinator
    case .joinGroup: .joinGroup
    case .heartbeat: .heartbeat
    case .leaveGroup: .leaveGroup
    case .syncGroup: .syncGroup
    case .describeGroups: .describeGroups
    case .listGroups: .listGroups
    case .saslHandshake: .saslHandshake
    case .apiVersions: .apiVersions
    case .createTopics: .createTopics
    case .deleteTopics: .deleteTopics
    case .initProducerId: .initProducerId
    case .addPartitionsToTxn: .addPartitionsToTxn
    case .addOffsetsToTxn: .addOffsetsToTxn
    case .endTxn: .endTxn
    case .txnOffsetCommit: .txnOffsetCommit
    case .saslAuthenticate: .saslAuthenticate
    case .createPartitions: .createPartitions
    case .deleteGroups: .deleteGroups
    case .offsetDelete: .offsetDelete
    case .deleteRecords: .deleteRecords
    case .offsetForLeaderEpoch: .offsetForLeaderEpoch
    case .describeCluster: .describeCluster
    case .describeTransactions: .describeTransactions
    case .listTransactions: .listTransactions
    case .describeProducers: .describeProducers
    case .describeTopicPartitions: .describeTopicPartitions
    case .describeConfigs: .describeConfigs
    }
  }
}
