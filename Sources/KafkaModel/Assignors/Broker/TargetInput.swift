/// What the broker's assignors are given: the members of a KIP-848 group and the topics.
public struct TargetInput: Hashable, Sendable {
  /// In the order in which the broker walks over them (a hash order; see `inJavaOrder`).
  public var members: [TargetMember]
  /// The topics that exist, in the order in which the broker walks over them.
  public var topics: [TargetTopic]

  public init(members: [TargetMember], topics: [TargetTopic]) {
    self.members = members
    self.topics = topics
  }

  /// The same in the order that Java's hash maps would have.
  public var inJavaOrder: TargetInput {
    TargetInput(
      members: JavaOrder.ordered(members) { JavaOrder.hashCode($0.memberId.text) },
      topics: JavaOrder.ordered(topics) { JavaOrder.hashCode($0.topicId) })
  }
}

/// One member as the broker knows it.
public struct TargetMember: Hashable, Sendable {
  public var memberId: MemberId
  public var groupInstanceId: InstanceId?
  /// Subscribed topics; those that do not exist are passed over.
  public var topics: [TopicName]
  /// Its previous target assignment.
  public var owned: [TopicPartition]

  public init(
    memberId: MemberId, groupInstanceId: InstanceId? = nil, topics: [TopicName],
    owned: [TopicPartition] = []
  ) {
    self.memberId = memberId
    self.groupInstanceId = groupInstanceId
    self.topics = topics
    self.owned = owned
  }
}

/// One topic of the cluster.
public struct TargetTopic: Hashable, Sendable {
  public var name: TopicName
  public var topicId: Uuid
  public var partitionCount: Int32

  public init(name: TopicName, topicId: Uuid, partitionCount: Int32) {
    self.name = name
    self.topicId = topicId
    self.partitionCount = partitionCount
  }
}
