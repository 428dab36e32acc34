import KafkaModel

/// The leader's part (`onLeaderElected`).
extension Member {
  mutating func lead(_ response: JoinGroupResponse) {
    var reader = SubscriptionReader()
    // A member that sends bytes nobody can read gets nothing, instead of stopping the group.
    let members = response.members.map {
      AssignmentMember(
        memberId: $0.memberId, groupInstanceId: $0.groupInstanceId,
        subscription: (try? reader.read($0.metadata)) ?? ConsumerSubscription(topics: []))
    }
    var topics: [TopicName] = []
    for topic in members.flatMap(\.subscription.topics).sorted() where topics.last != topic {
      topics.append(topic)
    }
    round = .awaitingTopics(
      AssignmentTask(
        members: members, topics: topics, protocolName: response.protocolName ?? "",
        skips: response.skipAssignment))
    watch(topics)
    assignIfTopicsKnown()
  }

  mutating func assignIfTopicsKnown() {
    guard case .awaitingTopics(let task) = round, cluster.covers(task.topics) else { return }
    round = .none
    guard let assignor = assignors.named(task.protocolName) else {
      return fail(.inconsistentGroupProtocol, .syncGroup)
    }
    assignedSizes = watchedSizes
    if task.skips { return sendSync([], protocolName: task.protocolName) }
    let topics = cluster.topics.filter { task.topics.contains($0.name) }.map {
      AssignmentTopic(name: $0.name, partitionCount: $0.partitionCount, racks: $0.racks)
    }
    let input = AssignmentInput(members: task.members, topics: topics)
    // In the Java client what an assignor throws comes out of poll() and ends the consumer.
    guard let result = try? assignor.assign(input) else {
      return fail(.unknownServerError, .syncGroup)
    }
    // Kafka trusts its own assignor to withhold what others own, no other.
    if rebalanceProtocol == .cooperative && assignor.name != "cooperative-sticky"
      && CooperativePlan.firstTransfer(task.members, result) != nil
    {
      return fail(.unknownServerError, .syncGroup)
    }
    notes.append(.planned(input, assignor: assignor.name))
    var assignments: [SyncGroupRequest.Assignment] = []
    for member in result {
      let bytes = try? ConsumerAssignment(partitions: member.partitions).bytes()
      assignments.append(
        SyncGroupRequest.Assignment(memberId: member.memberId, assignment: bytes ?? []))
    }
    sendSync(assignments, protocolName: task.protocolName)
  }
}
