import KafkaModel

/// All that a watching process can ask. Whoever has one of these cannot change a cluster: there is
/// no case that joins, commits, writes or makes anything, and `ReadOnlyRouter` takes nothing else.
///
/// ApiVersions is not among them: each connection begins with it.
public enum ReadOnlyRequest: Hashable, Sendable {
  /// Which broker coordinates the group.
  case findCoordinator(GroupId)
  /// Brokers, and these topics' partitions and leaders; a topic that is missing stays missing.
  case metadata([TopicName])
  /// The groups of the broker that is asked.
  case listGroups
  case describeGroup(GroupId)
  /// All committed offsets of the group, whoever subscribes to their topics.
  case committed(GroupId)
  /// Where the logs of these partitions end.
  case logEnds([(name: TopicName, partitions: [Int32])])

  /// What goes out.
  var request: Request {
    switch self {
    case .findCoordinator(let group):
      .findCoordinator(FindCoordinatorRequest(coordinatorKeys: [group.text]))
    case .metadata(let topics):
      .metadata(MetadataRequest(topics: topics, allowAutoTopicCreation: false))
    case .listGroups: .listGroups(ListGroupsRequest())
    case .describeGroup(let group): .describeGroups(DescribeGroupsRequest(groups: [group]))
    case .committed(let group):
      .offsetFetch(OffsetFetchRequest(groups: [.init(groupId: group, topics: nil)]))
    case .logEnds(let topics): .listOffsets(ListOffsetsRequest(topics: topics.map(Self.question)))
    }
  }

  /// -1 asks for the end of the log.
  private static func question(
    _ topic: (name: TopicName, partitions: [Int32])
  ) -> ListOffsetsRequest.Topic {
    .init(
      name: topic.name,
      partitions: topic.partitions.map { .init(partitionIndex: $0, timestamp: -1) })
  }

  public static func == (a: Self, b: Self) -> Bool { a.request == b.request }
  public func hash(into hasher: inout Hasher) { request.hash(into: &hasher) }
}
