/// What an assignor is given: the members that joined and the topics of the cluster.
public struct AssignmentInput: Hashable, Sendable {
  /// In the order of the JoinGroup answer.
  public var members: [AssignmentMember]
  /// The topics that exist, in text order.
  public var topics: [AssignmentTopic]
  /// Positions in `members`, each once, as the leader's hash map walks over them where that is on
  /// record; nil = as Java's would (`JavaOrder`). Only the sticky family looks at it.
  public var walkOrder: [Int]?

  public init(
    members: [AssignmentMember], topics: [AssignmentTopic], walkOrder: [Int]? = nil
  ) {
    self.members = members
    self.topics = topics
    self.walkOrder = walkOrder
  }

  /// Positions in `members`, members with an instance id first, by it, then the others by member
  /// id (`ConsumerPartitionAssignor`'s `MemberInfo.compareTo`).
  public var memberOrder: [Int] {
    members.indices.sorted { a, b in
      let left = members[a]
      let right = members[b]
      switch (left.groupInstanceId, right.groupInstanceId) {
      case (let x?, let y?): return x < y
      case (.some, nil): return true
      case (nil, .some): return false
      case (nil, nil): return left.memberId < right.memberId
      }
    }
  }
}

/// One member as the leader knows it.
public struct AssignmentMember: Hashable, Sendable {
  public var memberId: MemberId
  public var groupInstanceId: InstanceId?
  public var subscription: ConsumerSubscription

  public init(
    memberId: MemberId, groupInstanceId: InstanceId? = nil, subscription: ConsumerSubscription
  ) {
    self.memberId = memberId
    self.groupInstanceId = groupInstanceId
    self.subscription = subscription
  }
}

/// One topic of the cluster.
public struct AssignmentTopic: Hashable, Sendable {
  public var name: TopicName
  public var partitionCount: Int32
  /// The racks of each partition's replicas; empty where the cluster has no racks.
  public var racks: [[String]]

  public init(name: TopicName, partitionCount: Int32, racks: [[String]] = []) {
    self.name = name
    self.partitionCount = partitionCount
    self.racks = racks
  }
}

/// What one member gets.
public struct MemberAssignment: Hashable, Sendable {
  public var memberId: MemberId
  /// In order of topic and partition.
  public var partitions: [TopicPartition]

  public init(memberId: MemberId, partitions: [TopicPartition] = []) {
    self.memberId = memberId
    self.partitions = partitions
  }
}
