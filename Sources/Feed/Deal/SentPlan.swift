import KafkaModel

/// The last plan that a leader has sent, found among the messages of a group, with what its
/// assignor was given as far as messages tell it.
///
/// Racks are in none of them, nor what a process remembers after it was expelled: so what is
/// computed from it is compared with the plan that was sent (`deal`).
struct SentPlan {
  private let traffic: ArraySlice<TimedEvent>
  private let timeMs: Int64
  private let sent: GroupMessage
  private let joined: GroupMessage

  /// Nil where no plan was sent, or its JoinGroup answer is not there any more.
  ///
  /// - Parameter traffic: messages up to the present, oldest first.
  init?(in traffic: [TimedEvent]) {
    let last = traffic.lastIndex { Self.message($0)?.count("assignment_of") ?? 0 > 0 }
    guard let last, case .message(let leader, let sent) = traffic[last].event else { return nil }
    let generation = sent.number("generation_id")
    let answer = traffic[..<last].lastIndex {
      guard case .message(leader, let message) = $0.event else { return false }
      return message.api == .joinGroup && message.count("member") > 0
        && message.number("generation_id") == generation
    }
    guard let answer, let joined = Self.message(traffic[answer]) else { return nil }
    self.traffic = traffic[..<last]
    timeMs = traffic[last].timeMs
    self.sent = sent
    self.joined = joined
  }

  /// The assignor at work once more; nil where it would have made another plan of what is known.
  ///
  /// - Parameter picture: how large topics are is in no message.
  func deal(_ picture: GroupPicture) -> Deal? {
    guard let name = joined.text("protocol_name"), let assignor = Assignors.named(name) else {
      return nil
    }
    let input = AssignmentInput(members: members(assignor), topics: topics(picture))
    guard let plan = try? assignor.assign(input), plan == assignments else { return nil }
    return Deal(of: input, by: assignor, slot: { slot(of: $0) })
  }

  private static func message(_ timed: TimedEvent) -> GroupMessage? {
    if case .message(_, let message) = timed.event { message } else { nil }
  }

  /// What the leader's SyncGroup gives each member, in the order of the JoinGroup answer.
  private var assignments: [MemberAssignment] {
    var list: [MemberAssignment] = []
    for field in sent.fields {
      switch (field.name, field.value) {
      case ("assignment_of", .text(let id)):
        list.append(MemberAssignment(memberId: MemberId(id)))
      case ("assignment", .partitions(let partitions)) where !list.isEmpty:
        list[list.count - 1].partitions = partitions
      default: break
      }
    }
    return list
  }

  private func members(_ assignor: any Assignor) -> [AssignmentMember] {
    var list: [AssignmentMember] = []
    for field in joined.fields {
      switch (field.name, field.value) {
      case ("member", .text(let id)): list.append(member(MemberId(id), assignor))
      case ("topics", .text(let names)) where !list.isEmpty:
        list[list.count - 1].subscription.topics = names.split(separator: " ")
          .map { TopicName(String($0)) }
      case ("owned_partitions", .partitions(let owned)) where !list.isEmpty:
        list[list.count - 1].subscription.ownedPartitions = owned
      default: break
      }
    }
    return list
  }

  private func member(_ id: MemberId, _ assignor: any Assignor) -> AssignmentMember {
    let memory = lastAssignment(of: id)
    var subscription = ConsumerSubscription(topics: [], generation: memory.generation)
    subscription.userData =
      (try? assignor.subscriptionUserData(
        owned: memory.partitions, generation: memory.generation)) ?? nil
    return AssignmentMember(
      memberId: id, groupInstanceId: instance(of: id), subscription: subscription)
  }

  /// Those that were there when the plan was made, in text order.
  private func topics(_ picture: GroupPicture) -> [AssignmentTopic] {
    var topics: [AssignmentTopic] = []
    for partition in picture.partitions where partition.addedMs.map({ $0 <= timeMs }) ?? true {
      let name = partition.partition.topic
      guard wanted.contains(name) else { continue }
      if let place = topics.firstIndex(where: { $0.name == name }) {
        topics[place].partitionCount += 1
      } else {
        topics.append(AssignmentTopic(name: name, partitionCount: 1))
      }
    }
    return topics.sorted { $0.name < $1.name }
  }

  private var wanted: [TopicName] {
    joined.fields.flatMap { field -> [TopicName] in
      guard field.name == "topics", case .text(let names) = field.value else { return [] }
      return names.split(separator: " ").map { TopicName(String($0)) }
    }
  }
}

/// Who stands behind a member id.
extension SentPlan {
  /// Requests carry the id, and so does the answer that gave it.
  private func slot(of id: MemberId) -> MemberSlot? {
    for timed in traffic.reversed() {
      if case .message(let slot, let message) = timed.event, message.text("member_id") == id.text {
        return slot
      }
    }
    return nil
  }

  /// A first JoinGroup has an instance id and no member id yet.
  private func instance(of id: MemberId) -> InstanceId? {
    guard let slot = slot(of: id) else { return nil }
    for timed in traffic.reversed() {
      if case .message(slot, let message) = timed.event, message.api == .joinGroup,
        message.way == .request
      {
        return message.text("group_instance_id").map { InstanceId($0) }
      }
    }
    return nil
  }

  /// What the member with that id was given last, by the answer to its SyncGroup.
  private func lastAssignment(
    of id: MemberId
  ) -> (partitions: [TopicPartition], generation: Generation) {
    guard let slot = slot(of: id) else { return ([], .none) }
    var given: [TopicPartition]?
    for timed in traffic.reversed() {
      guard case .message(slot, let message) = timed.event, message.api == .syncGroup else {
        continue
      }
      if message.way == .response {
        given = message.error == .none ? message.partitions("assignment") : nil
      } else if message.text("member_id") == id.text, let given,
        let generation = message.number("generation_id")
      {
        return (given, Generation(Int32(clamping: generation)))
      }
    }
    return ([], .none)
  }
}
