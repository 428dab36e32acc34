import KafkaModel

/// A group put together from arguments.
struct AssignGroup {
  var rule: AssignRule
  var step: AssignStep

  init(
    assignor: String?, topics: [TopicArgument], members: [MemberArgument],
    owned: [OwnedArgument]
  ) throws(Failure) {
    guard let assignor else { throw .usage("--assignor: one of \(AssignRule.names)") }
    guard let rule = AssignRule(assignor, isBroker: nil) else {
      throw .usage("--assignor: no '\(assignor)': there are \(AssignRule.names)")
    }
    if topics.isEmpty { throw .usage("--topic: at least one") }
    if members.isEmpty { throw .usage("--member: at least one") }
    var step = AssignStep(members: [], topics: [])
    for topic in topics {
      if topic.partitions < 0 { throw .usage("--topic: \(topic.partitions) partitions") }
      if step.topics.contains(where: { $0.name == topic.name }) {
        throw .usage("--topic: '\(topic.name)' twice")
      }
      step.topics.append(AssignmentTopic(name: topic.name, partitionCount: topic.partitions))
    }
    let total = step.topics.reduce(0) { $0 + Int($1.partitionCount) }
    if total > CaseReader.greatestPartitionCount {
      throw .usage("--topic: more than \(CaseReader.greatestPartitionCount) partitions in all")
    }
    step.topics.sort { $0.name < $1.name }
    let all = step.topics.map(\.name)
    for member in members {
      if step.members.contains(where: { $0.memberId == member.memberId }) {
        throw .usage("--member: '\(member.memberId)' twice")
      }
      if let instance = member.groupInstanceId,
        step.members.contains(where: { $0.groupInstanceId == instance })
      {
        throw .usage("--member: instance '\(instance)' twice")
      }
      step.members.append(
        AssignStep.Claimant(
          memberId: member.memberId, groupInstanceId: member.groupInstanceId,
          topics: (member.topics ?? all).sorted(), owned: [], generation: nil,
          subscriptionGeneration: .none))
    }
    for claim in owned { try Self.add(claim, to: &step) }
    self.rule = rule
    self.step = step
  }

  private static func add(_ claim: OwnedArgument, to step: inout AssignStep) throws(Failure) {
    guard let index = step.members.firstIndex(where: { $0.memberId == claim.memberId }) else {
      throw .usage("--owned: no member '\(claim.memberId)'")
    }
    for partition in claim.partitions {
      let topic = step.topics.first { $0.name == partition.topic }
      guard let topic, partition.partition < topic.partitionCount else {
        throw .usage("--owned: there is no partition \(partition)")
      }
      if step.members[index].owned.contains(partition) {
        throw .usage("--owned: \(partition) twice for '\(claim.memberId)'")
      }
      step.members[index].owned.append(partition)
    }
    step.members[index].generation = Generation(1)
    step.members[index].subscriptionGeneration = Generation(1)
  }
}
