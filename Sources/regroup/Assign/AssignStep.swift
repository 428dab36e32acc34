import KafkaModel

/// One call: what the leader or the broker knows.
struct AssignStep {
  var members: [Claimant]
  var topics: [AssignmentTopic]
  /// By topic name; needed only where the broker's order is to be computed.
  var topicIds: [(name: String, id: Uuid)] = []
  /// As recorded; nil = to be computed.
  var memberOrder: [Int]?
  var topicOrder: [Int]?

  /// A member and what it says it had.
  struct Claimant {
    var memberId: MemberId
    var groupInstanceId: InstanceId?
    var rackId: String?
    var topics: [TopicName]
    var owned: [TopicPartition]
    /// As the assignor decodes it; nil = not said.
    var generation: Generation?
    /// The field of the subscription, where it differs from that.
    var subscriptionGeneration: Generation
  }

  /// The subscription bytes that each member would have sent, and what else the leader knows.
  func subscriptions(for assignor: any Assignor) throws(ByteError) -> [[UInt8]] {
    var result: [[UInt8]] = []
    for member in members {
      result.append(try Self.subscription(member, assignor).bytes())
    }
    return result
  }

  private static func subscription(
    _ member: Claimant, _ assignor: any Assignor
  ) throws(ByteError) -> ConsumerSubscription {
    var subscription = ConsumerSubscription(
      topics: member.topics, generation: member.subscriptionGeneration, rackId: member.rackId)
    if assignor.rebalanceProtocols.contains(.cooperative) {
      subscription.ownedPartitions = member.owned
      subscription.userData = member.generation.map {
        CooperativeStickyUserData.bytes(generation: $0)
      }
    } else if assignor is StickyAssignor, member.generation != nil || !member.owned.isEmpty {
      subscription.userData = try StickyUserData.bytes(
        partitions: member.owned, generation: member.generation)
    }
    return subscription
  }

  /// What the leader makes of its JoinGroup answer.
  func input(_ subscriptions: [[UInt8]]) throws(ByteError) -> AssignmentInput {
    var reader = SubscriptionReader(topics: topics)
    var list: [AssignmentMember] = []
    list.reserveCapacity(members.count)
    for (member, bytes) in zip(members, subscriptions) {
      list.append(
        AssignmentMember(
          memberId: member.memberId, groupInstanceId: member.groupInstanceId,
          subscription: try reader.read(bytes)))
    }
    return AssignmentInput(members: list, topics: topics, walkOrder: memberOrder)
  }

  /// What the broker knows, in its order.
  var targetInput: TargetInput {
    let targets = members.map {
      TargetMember(
        memberId: $0.memberId, groupInstanceId: $0.groupInstanceId, topics: $0.topics,
        owned: $0.owned)
    }
    var ids = Index<String, Uuid>()
    for (name, id) in topicIds { ids[name] = id }
    let known = topics.map {
      TargetTopic(
        name: $0.name, topicId: ids[$0.name.text] ?? .zero, partitionCount: $0.partitionCount)
    }
    let computed = TargetInput(members: targets, topics: known).inJavaOrder
    return TargetInput(
      members: memberOrder.map { order in order.map { targets[$0] } } ?? computed.members,
      topics: topicOrder.map { order in order.map { known[$0] } } ?? computed.topics)
  }

  /// - Throws: `AssignorError`, where the real one throws.
  func assign(_ rule: AssignRule) throws -> [MemberAssignment] {
    switch rule {
    case .client(let assignor): try assignor.assign(input(subscriptions(for: assignor)))
    case .broker(let assignor): assignor.assign(targetInput)
    }
  }
}
