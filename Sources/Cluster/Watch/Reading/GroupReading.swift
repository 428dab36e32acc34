import KafkaModel

/// What one refresh has brought: the group and the topics that belong to it, at about one moment.
public struct GroupReading: Sendable {
  public var askedMs: Int64
  public var nowMs: Int64
  public var group: DescribeGroupsResponse.Group
  public var coordinator: BrokerId
  public var coordinatorAddress: BrokerAddress?
  /// In order of their names: those with committed offsets, assigned or subscribed to.
  public var topics: [WatchedTopic]

  public init(
    askedMs: Int64, nowMs: Int64, group: DescribeGroupsResponse.Group,
    coordinator: BrokerId = .none, coordinatorAddress: BrokerAddress? = nil,
    topics: [WatchedTopic] = []
  ) {
    self.askedMs = askedMs
    self.nowMs = nowMs
    self.group = group
    self.coordinator = coordinator
    self.coordinatorAddress = coordinatorAddress
    self.topics = topics
  }
}

/// A topic as a watching process knows it.
public struct WatchedTopic: Hashable, Sendable {
  public var name: TopicName
  /// By number.
  public var partitions: [WatchedPartition]
  /// Why its partitions are not known: it was deleted, or may not be seen.
  public var problem: ErrorCode

  public init(
    name: TopicName, partitions: [WatchedPartition] = [], problem: ErrorCode = .none
  ) {
    self.name = name
    self.partitions = partitions
    self.problem = problem
  }
}

/// A partition's numbers; nil is not known.
public struct WatchedPartition: Hashable, Sendable {
  /// `BrokerId.none` where there is no leader now.
  public var leader: BrokerId
  public var committed: Offset?
  /// The leader epoch of the record before, which was committed with the offset; -1 is not known.
  public var committedEpoch: Int32
  public var logEnd: Offset?

  public init(
    leader: BrokerId = .none, committed: Offset? = nil, committedEpoch: Int32 = -1,
    logEnd: Offset? = nil
  ) {
    self.leader = leader
    self.committed = committed
    self.committedEpoch = committedEpoch
    self.logEnd = logEnd
  }
}
