/// Whatever a broker answers; one case an API.
public enum Response: Hashable, Sendable {
  case produce(ProduceResponse)
  case fetch(FetchResponse)
  case listOffsets(ListOffsetsResponse)
  case metadata(MetadataResponse)
  case offsetCommit(OffsetCommitResponse)
  case offsetFetch(OffsetFetchResponse)
  case findCoordinator(FindCoordinatorResponse)
  case joinGroup(JoinGroupResponse)
  case heartbeat(HeartbeatResponse)
  case leaveGroup(LeaveGroupResponse)
  case syncGroup(SyncGroupResponse)
  case describeGroups(DescribeGroupsResponse)
  case listGroups(ListGroupsResponse)
  case saslHandshake(SaslHandshakeResponse)
  case apiVersions(ApiVersionsResponse)
  case createTopics(CreateTopicsResponse)
  case deleteTopics(DeleteTopicsResponse)
  case initProducerId(InitProducerIdResponse)
  case addPartitionsToTxn(AddPartitionsToTxnResponse)
  case addOffsetsToTxn(AddOffsetsToTxnResponse)
  case endTxn(EndTxnResponse)
  case txnOffsetCommit(TxnOffsetCommitResponse)
  case saslAuthenticate(SaslAuthenticateResponse)
  case createPartitions(CreatePartitionsResponse)
  case deleteGroups(DeleteGroupsResponse)
  case offsetDelete(OffsetDeleteResponse)
  case deleteRecords(DeleteRecordsResponse)
  case offsetForLeaderEpoch(OffsetForLeaderEpochResponse)
  case describeCluster(DescribeClusterResponse)
  case describeTransactions(DescribeTransactionsResponse)
  case listTransactions(ListTransactionsResponse)
  case describeProducers(DescribeProducersResponse)
  case describeTopicPartitions(DescribeTopicPartitionsResponse)
  case describeConfigs(DescribeConfigsResponse)

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
