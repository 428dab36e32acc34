import KafkaModel

extension Response {
  /// The answer with the time for which a quota asks the client to wait.
  func throttled(forMs timeMs: Int32) -> Response {
    switch self {
    case .produce(let body): .produce(body.with(\.throttleTimeMs, timeMs))
    case .fetch(let body): .fetch(body.with(\.throttleTimeMs, timeMs))
    case .listOffsets(let body): .listOffsets(body.with(\.throttleTimeMs, timeMs))
    case .metadata(let body): .metadata(body.with(\.throttleTimeMs, timeMs))
    case .offsetCommit(let body): .offsetCommit(body.with(\.throttleTimeMs, timeMs))
    case .offsetFetch(let body): .offsetFetch(body.with(\.throttleTimeMs, timeMs))
    case .findCoordinator(let body): .findCoordinator(body.with(\.throttleTimeMs, timeMs))
    case .joinGroup(let body): .joinGroup(body.with(\.throttleTimeMs, timeMs))
    case .heartbeat(let body): .heartbeat(body.with(\.throttleTimeMs, timeMs))
    case .leaveGroup(let body): .leaveGroup(body.with(\.throttleTimeMs, timeMs))
    case .syncGroup(let body): .syncGroup(body.with(\.throttleTimeMs, timeMs))
    case .describeGroups(let body): .describeGroups(body.with(\.throttleTimeMs, timeMs))
    case .listGroups(let body): .listGroups(body.with(\.throttleTimeMs, timeMs))
    case .saslHandshake, .saslAuthenticate: self
    case .apiVersions(let body): .apiVersions(body.with(\.throttleTimeMs, timeMs))
    case .createTopics(let body): .createTopics(body.with(\.throttleTimeMs, timeMs))
    case .deleteTopics(let body): .deleteTopics(body.with(\.throttleTimeMs, timeMs))
    case .initProducerId(let body): .initProducerId(body.with(\.throttleTimeMs, timeMs))
    case .addPartitionsToTxn(let body): .addPartitionsToTxn(body.with(\.throttleTimeMs, timeMs))
    case .addOffsetsToTxn(let body): .addOffsetsToTxn(body.with(\.throttleTimeMs, timeMs))
    case .endTxn(let body): .endTxn(body.with(\.throttleTimeMs, timeMs))
    case .txnOffsetCommit(let body): .txnOffsetCommit(body.with(\.throttleTimeMs, timeMs))
    case .createPartitions(let body):
      .createPartitions(body.with(\.throttleTimeMs, timeMs))
    case .deleteGroups(let body): .deleteGroups(body.with(\.throttleTimeMs, timeMs))
    case .offsetDelete(let body): .offsetDelete(body.with(\.throttleTimeMs, timeMs))
    case .deleteRecords(let body):
      .deleteRecords(body.with(\.throttleTimeMs, timeMs))
    case .offsetForLeaderEpoch(let body):
      .offsetForLeaderEpoch(body.with(\.throttleTimeMs, timeMs))
    case .describeCluster(let body):
      .describeCluster(body.with(\.throttleTimeMs, timeMs))
    case .describeTransactions(let body):
      .describeTransactions(body.with(\.throttleTimeMs, timeMs))
    case .listTransactions(let body):
      .listTransactions(body.with(\.throttleTimeMs, timeMs))
    case .describeProducers(let body):
      .describeProducers(body.with(\.throttleTimeMs, timeMs))
    case .describeTopicPartitions(let body):
      .describeTopicPartitions(body.with(\.throttleTimeMs, timeMs))
    case .describeConfigs(let body):
      .describeConfigs(body.with(\.throttleTimeMs, timeMs))
    }
  }
}

private protocol Throttled {
  var throttleTimeMs: Int32 { get set }
}

extension Throttled {
  fileprivate func with(_ path: WritableKeyPath<Self, Int32>, _ timeMs: Int32) -> Self {
    var copy = self
    copy[keyPath: path] = timeMs
    return copy
  }
}

extension ProduceResponse: Throttled {}
extension FetchResponse: Throttled {}
extension ListOffsetsResponse: Throttled {}
extension MetadataResponse: Throttled {}
extension OffsetCommitResponse: Throttled {}
extension OffsetFetchResponse: Throttled {}
extension FindCoordinatorResponse: Throttled {}
extension JoinGroupResponse: Throttled {}
extension HeartbeatResponse: Throttled {}
extension LeaveGroupResponse: Throttled {}
extension SyncGroupResponse: Throttled {}
extension DescribeGroupsResponse: Throttled {}
extension ListGroupsResponse: Throttled {}
extension CreatePartitionsResponse: Throttled {}
extension ApiVersionsResponse: Throttled {}
extension CreateTopicsResponse: Throttled {}
extension DeleteTopicsResponse: Throttled {}
extension InitProducerIdResponse: Throttled {}
extension AddPartitionsToTxnResponse: Throttled {}
extension AddOffsetsToTxnResponse: Throttled {}
extension EndTxnResponse: Throttled {}
extension TxnOffsetCommitResponse: Throttled {}
extension DeleteGroupsResponse: Throttled {}
extension OffsetDeleteResponse: Throttled {}
extension DeleteRecordsResponse: Throttled {}
extension OffsetForLeaderEpochResponse: Throttled {}
extension DescribeClusterResponse: Throttled {}
extension DescribeTransactionsResponse: Throttled {}
extension ListTransactionsResponse: Throttled {}
extension DescribeProducersResponse: Throttled {}
extension DescribeTopicPartitionsResponse: Throttled {}
extension DescribeConfigsResponse: Throttled {}
