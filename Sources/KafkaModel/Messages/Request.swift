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
  case apiVersions(ApiVersionsRequest)
  case createTopics(CreateTopicsRequest)
  case deleteTopics(DeleteTopicsRequest)
  case deleteGroups(DeleteGroupsRequest)

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
    case .apiVersions: .apiVersions
    case .createTopics: .createTopics
    case .deleteTopics: .deleteTopics
    case .deleteGroups: .deleteGroups
    }
  }
}
