import KafkaModel

extension Response {
  /// The answer to a request that is refused as a whole, nil if it is not for a coordinator.
  public init?(refusing request: Request, _ error: ErrorCode) {
    switch request {
    case .joinGroup(let request):
      self = .joinGroup(JoinGroupResponse(errorCode: error, memberId: request.memberId))
    case .syncGroup: self = .syncGroup(SyncGroupResponse(errorCode: error))
    case .heartbeat: self = .heartbeat(HeartbeatResponse(errorCode: error))
    case .leaveGroup: self = .leaveGroup(LeaveGroupResponse(errorCode: error))
    case .offsetCommit(let request):
      self = .offsetCommit(OffsetCommitResponse(refusing: request, error))
    case .offsetFetch(let request):
      self = .offsetFetch(
        OffsetFetchResponse(
          groups: request.groups.map { .init(groupId: $0.groupId, errorCode: error) }))
    case .describeGroups(let request):
      self = .describeGroups(
        DescribeGroupsResponse(
          groups: request.groups.map {
            .init(errorCode: error, groupId: $0, groupState: GroupState.dead.rawValue)
          }))
    case .listGroups:
      // Groups of a partition that another broker has are that one's to list.
      self = .listGroups(ListGroupsResponse(errorCode: error == .notCoordinator ? .none : error))
    case .deleteGroups(let request):
      self = .deleteGroups(
        DeleteGroupsResponse(
          results: request.groupsNames.map { .init(groupId: $0, errorCode: error) }))
    case .offsetDelete: self = .offsetDelete(OffsetDeleteResponse(errorCode: error))
    case .txnOffsetCommit(let request):
      self = .txnOffsetCommit(TxnOffsetCommitResponse(refusing: request, error))
    case .initProducerId: self = .initProducerId(InitProducerIdResponse(errorCode: error))
    case .addPartitionsToTxn(let request):
      self = .addPartitionsToTxn(AddPartitionsToTxnResponse(to: request) { _ in error })
    case .addOffsetsToTxn: self = .addOffsetsToTxn(AddOffsetsToTxnResponse(errorCode: error))
    case .endTxn: self = .endTxn(EndTxnResponse(errorCode: error))
    default: return nil
    }
  }
}

extension TxnOffsetCommitResponse {
  /// The same error for every partition.
  init(refusing request: TxnOffsetCommitRequest, _ error: ErrorCode) {
    self.init(
      topics: request.topics.map { topic in
        .init(
          name: topic.name,
          partitions: topic.partitions.map {
            .init(partitionIndex: $0.partitionIndex, errorCode: error)
          })
      })
  }
}
